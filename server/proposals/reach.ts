import { findArea } from '#areas';
import { officeRoles, officerOf } from '#identity';
import { getPlaces } from '#places';
import { type Actor, rolesOf } from '#platform/actor';
import type { Db } from '#platform/db';
import { type Asking, reaches, role, type Who } from '#platform/who';
import { selectAreas, selectCase } from './queries.ts';

/** Who works on proposals: health stations make them, offices decide. */
export const workers = ['health-officer', ...officeRoles];

export const worker = role(workers);

/** Whoever works on proposals in an area all of some proposals lie in; for one that is not there, nobody but the country. */
function reachesAll(names: string[]): Who<{ proposals: readonly string[] }> {
	return {
		words: names.join(' or '),
		allows: async ({ actor, db, input }: Asking<{ proposals: readonly string[] }>) => {
			const held = rolesOf(actor).filter(({ name }) => names.includes(name));
			if (!held.length) return false;
			const areas = await db.rows(selectAreas(input.proposals));
			const areaOf = new Map(areas.map((row) => [row.proposal_id, row.area_path]));
			return input.proposals.every((id) => held.some(reaches({ area: areaOf.get(id) })));
		},
	};
}

export const workerOfAll = reachesAll(workers);
export const officerOfAll = reachesAll(['health-officer']);

export const workerOfProposal = role(workers, async ({ proposalId }: { proposalId: string }, db: Db) => ({
	area: (await db.find(selectAreas([proposalId])))?.area_path,
}));

export const officerOfArea = officerOf(
	async ({ areaId }: { areaId: number }, db: Db) => (await findArea(db, areaId))?.path,
);

export const officerOfCase = officerOf(
	async ({ caseId }: { caseId: string }, db: Db) => (await db.find(selectCase(caseId)))?.area_path,
);

export const officerOfPlace = officerOf(
	async ({ place }: { place: string }, db: Db) => (await getPlaces(db, [place])).get(place)?.areaPath ?? undefined,
);

/** The offices an actor holds where a proposal lies; a health officer there holds none and may write down what was signed. */
export function officesIn(actor: Actor, areaPath: string): { offices: string[]; isOfficer: boolean } {
	const names = rolesOf(actor)
		.filter((held) => workers.includes(held.name) && reaches({ area: areaPath })(held))
		.map(({ name }) => name);
	return { offices: names.filter((name) => name !== 'health-officer'), isOfficer: names.includes('health-officer') };
}
