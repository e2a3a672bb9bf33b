import Type from 'typebox';
import { officerRanges, readIds } from '#identity';
import { getPlaces } from '#places';
import { actorId } from '#platform/actor';
import { brokenConstraint, type Db } from '#platform/db';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { dayOf } from '#shared/language';
import { getOpenCaseRow } from './case.ts';
import { Day, Kind, Relation, Setting } from './link.ts';
import { type CaseRow, lockLinks, selectCases, selectHasMet, selectIsBefore, upsertLink } from './queries.ts';
import { liesIn, officerOfCase } from './reach.ts';

export const setLink = operation({
	name: 'chains.set-link',
	summary: {
		vi: 'Ghi ca nào đã lây cho ca này và mức chắc chắn; ghi lại thì thay lần ghi trước',
		en: 'Says which case infected this one and how sure it is; saying it again replaces what was said',
	},
	who: officerOfCase,
	input: Type.Object(
		{
			caseId: Id,
			infectorCaseId: Id,
			kind: Kind,
			contactOn: Type.Optional(Day),
			relation: Type.Optional(Relation),
			setting: Type.Optional(Setting),
			place: Type.Optional(Id),
			note: Type.Optional(Type.String({ maxLength: 500 })),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ caseId: Id, infectorCaseId: Id }),
	personal: 'changes',
	caseId: ({ caseId }) => caseId,
	run: async ({ db, caller, now, about }, { caseId, infectorCaseId, ...given }) => {
		const infectee = await getOpenCaseRow(db, caseId);
		about(infectee.person_id);
		if (infectorCaseId === caseId) throw new Problem('infects-itself', { field: 'infectorCaseId' });
		const infector = await findInfector(db, infectorCaseId, infectee, liesIn(officerRanges(caller.actor)));
		if (given.contactOn && given.contactOn > dayOf(now)) throw new Problem('invalid-input', { field: 'contactOn' });
		if (given.place && !(await getPlaces(db, [given.place])).has(given.place))
			throw new Problem('invalid-input', { field: 'place' });
		about(infector.person_id);
		await db.rows(lockLinks(infectee.disease));
		if ((await db.one(selectIsBefore(caseId, infectorCaseId))).is_before)
			throw new Problem('chain-is-circle', { field: 'infectorCaseId' });
		const link = {
			...{ infectee_id: caseId, infector_id: infectorCaseId, disease: infectee.disease, kind: given.kind },
			...{ contact_on: given.contactOn ?? null, place_id: given.place ?? null, note: given.note?.trim() || null },
			...{ relation: given.relation ?? 'unknown', setting: given.setting ?? 'unknown' },
			...{ set_by: actorId(caller.actor) ?? null, set_at: now },
		};
		await db.run(upsertLink(link)).catch((error: unknown) => {
			if (brokenConstraint(error) !== 'one_confirmed_infector') throw error;
			throw new Problem('infector-known', { field: 'kind', cause: error });
		});
		return { caseId, infectorCaseId };
	},
});

/**
 * The case that infected another: of the same disease, within the officer's reach or one their contacts tell of. What lies
 * elsewhere and what does not exist are refused alike, with `infector-not-found`.
 */
async function findInfector(
	db: Db,
	infectorCaseId: string,
	infectee: CaseRow,
	isInReach: (path: string) => boolean,
): Promise<CaseRow> {
	const [infector] = await db.rows(selectCases([infectorCaseId], 1));
	const isSeen =
		infector &&
		infector.disease === infectee.disease &&
		(isInReach(infector.area_path) ||
			(await db.one(selectHasMet(infectorCaseId, await readIds(db, infectee.person_id)))).has_met);
	if (!isSeen) throw new Problem('infector-not-found', { field: 'infectorCaseId' });
	return infector;
}
