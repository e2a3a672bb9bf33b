import Type, { type Static } from 'typebox';
import { readDiseases } from '#diseases';
import { officerRanges } from '#identity';
import { getPlaces } from '#places';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { faultsOf, getCaseRow } from './case.ts';
import { Day, Fault, Kind, Relation, Setting } from './link.ts';
import { LinkedCase, showCases } from './linked-case.ts';
import { type LinkRow, selectCases, selectLinksOf } from './queries.ts';
import { liesIn, officerOfCase } from './reach.ts';

/** A link as the case it is a link of shows it. Of one who was infected elsewhere nothing but that there is a link. */
const Link = Type.Object({
	...LinkedCase.properties,
	infectorCaseId: Type.Optional({ ...Id, description: 'Of a link to who infected this case: by which it is removed' }),
	kind: Kind,
	contactOn: Type.Optional(Day),
	relation: Type.Optional(Relation),
	setting: Type.Optional(Setting),
	place: Type.Optional(Id),
	placeName: Type.Optional(Type.String()),
	note: Type.Optional(Type.String()),
	faults: Type.Array(Fault),
});

/** Nobody infected more people than this; the measles' largest known number is 250. */
const linksMax = 500;

export const listLinks = operation({
	name: 'chains.list-links',
	summary: {
		vi: 'Ai đã lây cho ca này và ca này đã lây cho ai; tên được che, ca của địa bàn khác không nêu gì thêm',
		en: 'Who infected this case and whom it infected, with masked names; of other areas’ cases nothing more',
	},
	who: officerOfCase,
	input: Type.Object({ caseId: Id }, { additionalProperties: false }),
	output: Type.Object({ infectors: Type.Array(Link), infected: Type.Array(Link) }),
	personal: 'reads',
	caseId: ({ caseId }) => caseId,
	run: async ({ db, caller, platform: { keys }, about }, { caseId }) => {
		const own = await getCaseRow(db, caseId);
		if (!own.closed_at) about(own.person_id);
		const rows = await db.rows(selectLinksOf(caseId, linksMax));
		const ids = [...new Set(rows.flatMap((row) => [row.infectee_id, row.infector_id]))];
		const cases = new Map(
			(await db.rows(selectCases([caseId, ...ids], 2 * linksMax + 1))).map((row) => [row.case_id, row]),
		);
		const shown = await showCases({ db, keys, about }, [...cases.values()], liesIn(officerRanges(caller.actor)));
		const places = await getPlaces(
			db,
			rows.flatMap(({ place_id: place }) => place ?? []),
		);
		const incubation =
			(await readDiseases(db)).find(({ disease }) => disease === own.disease)?.incubationDaysMax ?? 366;
		const toLink = (row: LinkRow): Static<typeof Link> => {
			const isInfector = row.infectee_id === caseId;
			const other = shown.get(isInfector ? row.infector_id : row.infectee_id)!;
			const kind = row.kind as Kind;
			if (other.isElsewhere && !isInfector) return { ...other, kind, faults: [] };
			const infector = cases.get(row.infector_id)!;
			// The days of a case elsewhere would tell themselves by what is wrong with them.
			const faults = other.isElsewhere
				? []
				: faultsOf(infector, cases.get(row.infectee_id)!, row.contact_on, incubation);
			const placeName = row.place_id ? places.get(row.place_id)?.name : undefined;
			return {
				...other,
				kind,
				...(isInfector ? { infectorCaseId: row.infector_id } : {}),
				...(row.contact_on ? { contactOn: row.contact_on } : {}),
				relation: row.relation as Static<typeof Relation>,
				setting: row.setting as Static<typeof Setting>,
				...(row.place_id ? { place: row.place_id } : {}),
				...(placeName ? { placeName } : {}),
				...(row.note ? { note: row.note } : {}),
				faults,
			};
		};
		return {
			infectors: rows.filter((row) => row.infectee_id === caseId).map(toLink),
			infected: rows.filter((row) => row.infector_id === caseId).map(toLink),
		};
	},
});
