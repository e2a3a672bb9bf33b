import Type, { type Static } from 'typebox';
import { readDiseases } from '#diseases';
import { listProfiles, officerRanges } from '#identity';
import { AreaOutline, readOutlines } from '#outlines';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { findChains, noDay } from '#shared/epi/chains';
import { ageGroupOf } from '#shared/epi/contact-matrix';
import { faultsOf, getCaseRow } from './case.ts';
import { asSureAs, Day, Fault, Kind, Relation, Setting } from './link.ts';
import { LinkedCase, showCases } from './linked-case.ts';
import { type CaseRow, type LinkRow, selectCases, selectJoined, selectLinksAmong } from './queries.ts';
import { liesIn, officerOfCase } from './reach.ts';

const Node = Type.Object({
	...LinkedCase.properties,
	ageGroup: Type.Optional(Type.String()),
	generation: Type.Integer({ description: 'Steps from who was infected by nobody known, on the longest way' }),
	infected: Type.Integer({ description: 'How many cases of the chain it infected, as far as known' }),
});

const Link = Type.Object({
	from: Type.Integer({ description: 'The number of the infector among the nodes, from 0' }),
	to: Type.Integer(),
	kind: Kind,
	contactOn: Type.Optional(Day),
	relation: Type.Optional(Relation),
	setting: Type.Optional(Setting),
	faults: Type.Array(Fault),
});

/** More than this nobody can look at; the page says that it shows a part. */
const nodesMax = 2_000;
const linksMax = 10_000;

export const getChain = operation({
	name: 'chains.get-chain',
	summary: {
		vi: 'Chuỗi lây có ca này: các ca và mối lây; tên được che, ca của địa bàn khác chỉ là một nút không tên',
		en: 'The chain a case is part of: cases and links, with masked names; other areas’ cases are nodes without a name',
	},
	who: officerOfCase,
	input: Type.Object(
		{ caseId: Id, atLeast: Type.Optional(Kind), withOutlines: Type.Optional(Type.Boolean()) },
		{ additionalProperties: false },
	),
	output: Type.Object({
		disease: Type.String(),
		nodes: Type.Array(Node),
		links: Type.Array(Link),
		isPart: Type.Boolean({ description: `The chain has more than ${nodesMax} cases; these are the nearest` }),
		outlines: Type.Optional(
			Type.Array(AreaOutline, { description: 'Of the areas of the nodes, as far as loaded; where asked for' }),
		),
	}),
	personal: 'reads',
	caseId: ({ caseId }) => caseId,
	run: async (
		{ db, caller, now, platform: { keys }, about },
		{ caseId, atLeast = 'possible', withOutlines = false },
	) => {
		const { disease } = await getCaseRow(db, caseId);
		const kinds = asSureAs(atLeast);
		const joined = (await db.rows(selectJoined(caseId, kinds, nodesMax + 1))).map((row) => row.case_id);
		const ids = joined.slice(0, nodesMax);
		const byId = new Map((await db.rows(selectCases(ids, nodesMax))).map((row) => [row.case_id, row]));
		const rows = ids.flatMap((id) => byId.get(id) ?? []);
		const found = await db.rows(selectLinksAmong(ids, kinds, linksMax));
		const isInReach = liesIn(officerRanges(caller.actor));
		const shown = await showCases({ db, keys, about }, rows, isInReach);
		const open = rows.filter((row) => !row.closed_at && isInReach(row.area_path)).map((row) => row.person_id);
		const profiles = await listProfiles({ db, keys }, open);
		const { links, chain } = joinUp(rows, found);
		const incubation = (await readDiseases(db)).find((one) => one.disease === disease)?.incubationDaysMax ?? 366;
		const areaIds = withOutlines ? [...shown.values()].flatMap((one) => one.areaId ?? []) : [];
		const outlines = [...(await readOutlines(db, areaIds))].map(([areaId, outline]) => ({ areaId, ...outline }));
		return {
			disease,
			nodes: rows.map((row, index) => {
				const node = shown.get(row.case_id)!;
				const born = node.maskedName === undefined ? undefined : profiles.get(row.person_id)?.birthYear;
				const ageGroup = born === undefined ? undefined : ageGroupOf(now.getUTCFullYear() - born);
				const { generationOf, infected } = chain;
				return {
					...node,
					...(ageGroup ? { ageGroup } : {}),
					generation: Math.max(0, generationOf[index]!),
					infected: infected[index]!,
				};
			}),
			links: links.map((link) => toLink(link, rows, shown, incubation)),
			isPart: joined.length > nodesMax,
			...(withOutlines ? { outlines } : {}),
		};
	},
});

interface Joined {
	row: LinkRow;
	from: number;
	to: number;
}

function joinUp(rows: readonly CaseRow[], found: readonly LinkRow[]) {
	const indexOf = new Map(rows.map((row, index) => [row.case_id, index]));
	const links = found.flatMap((row): Joined[] => {
		const [from, to] = [indexOf.get(row.infector_id), indexOf.get(row.infectee_id)];
		return from === undefined || to === undefined ? [] : [{ row, from, to }];
	});
	const ends = {
		infectors: Int32Array.from(links, ({ from }) => from),
		infectees: Int32Array.from(links, ({ to }) => to),
	};
	return { links, chain: findChains(rows.length, ends, new Int32Array(rows.length).fill(noDay)) };
}

function toLink(
	{ row, from, to }: Joined,
	rows: readonly CaseRow[],
	shown: ReadonlyMap<string, LinkedCase>,
	incubation: number,
): Static<typeof Link> {
	const kind = row.kind as Kind;
	const [infector, infectee] = [rows[from]!, rows[to]!];
	// What two cases have to do with each other is told by the area of the one that was infected.
	if (shown.get(infectee.case_id)!.isElsewhere) return { from, to, kind, faults: [] };
	const isSeen = !shown.get(infector.case_id)!.isElsewhere;
	return {
		...{ from, to, kind },
		...(row.contact_on ? { contactOn: row.contact_on } : {}),
		relation: row.relation as Static<typeof Relation>,
		setting: row.setting as Static<typeof Setting>,
		faults: isSeen ? faultsOf(infector, infectee, row.contact_on, incubation) : [],
	};
}
