import Type from 'typebox';
import { requireGrounds } from '#cases';
import { officerRanges, readIds } from '#identity';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { dayOf } from '#shared/language';
import { getOpenCaseRow } from './case.ts';
import { Day } from './link.ts';
import { LinkedCase, showCases } from './linked-case.ts';
import { type SuggestionRow, selectCases, selectSuggestions } from './queries.ts';
import { liesIn, officerOfCase } from './reach.ts';

const Suggestion = Type.Object({
	...LinkedCase.properties,
	infectorCaseId: Id,
	infecteeCaseId: Type.Optional({ ...Id, description: 'Left out where it is led elsewhere' }),
	metOn: Day,
	minutes: Type.Optional(Type.Integer()),
	origin: Type.String(),
});

const suggestionsMax = 100;

export const listSuggestions = operation({
	name: 'chains.list-suggestions',
	summary: {
		vi: 'Các ca bệnh mà danh sách tiếp xúc cho thấy đã gặp ca này: có thể là mối lây, chưa ai xác nhận',
		en: 'Cases that the contacts tell met this one: a link perhaps, which nobody has confirmed',
	},
	who: officerOfCase,
	input: Type.Object({ caseId: Id }, { additionalProperties: false }),
	output: Type.Object({ infectors: Type.Array(Suggestion), infected: Type.Array(Suggestion) }),
	personal: 'reads',
	caseId: ({ caseId }) => caseId,
	run: async ({ db, caller, platform: { keys }, about }, { caseId }) => {
		const own = await getOpenCaseRow(db, caseId);
		about(own.person_id);
		// Whom the person met is told here, if only of those who are cases themselves.
		await requireGrounds(db, own);
		const of = { caseId, persons: await readIds(db, own.person_id), disease: own.disease };
		const rows = eachPair(await db.rows(selectSuggestions(of, suggestionsMax)));
		const other = (row: SuggestionRow) => (row.infectee_id === caseId ? row.infector_id : row.infectee_id);
		const cases = await db.rows(selectCases(rows.map(other), suggestionsMax));
		const shown = await showCases({ db, keys, about }, cases, liesIn(officerRanges(caller.actor)));
		const toSuggestion = (row: SuggestionRow) => {
			const found = shown.get(other(row))!;
			return {
				...found,
				infectorCaseId: row.infector_id,
				...(found.isElsewhere && row.infector_id === caseId ? {} : { infecteeCaseId: row.infectee_id }),
				metOn: dayOf(row.last_exposed_at),
				...(row.minutes === null ? {} : { minutes: row.minutes }),
				origin: row.origin,
			};
		};
		const known = rows.filter((row) => shown.has(other(row)));
		return {
			infectors: known.filter((row) => row.infectee_id === caseId).map(toSuggestion),
			infected: known.filter((row) => row.infector_id === caseId).map(toSuggestion),
		};
	},
});

/** Whoever is a contact under two ids is suggested once, by the newest meeting. */
const eachPair = (rows: readonly SuggestionRow[]): SuggestionRow[] =>
	[...Map.groupBy(rows, (row) => `${row.infectee_id} ${row.infector_id}`).values()].map(([newest]) => newest!);
