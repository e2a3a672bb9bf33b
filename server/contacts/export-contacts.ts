import Type from 'typebox';
import { getOpenCaseRow, officerOfCase, Purpose, requireGrounds } from '#cases';
import { searchContacts } from '#exposures';
import { actorId } from '#platform/actor';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { dayOf } from '#shared/language';
import { safeFileName } from '#shared/text/csv';
import { contactLines } from './contact-csv.ts';
import { requireApproval } from './list-approval.ts';

const personsMax = 50_000;

export const exportContacts = operation({
	name: 'contacts.export-contacts',
	summary: {
		vi: 'Tải danh sách người cùng địa điểm dạng CSV; tên được che trừ khi yêu cầu tên đầy đủ',
		en: 'The people who shared a place with a case as CSV, masked unless full names are asked for',
	},
	who: officerOfCase,
	input: Type.Object(
		{
			caseId: Id,
			names: Type.Union([Type.Literal('masked'), Type.Literal('revealed')]),
			purpose: Purpose,
			requestId: Type.Optional({ ...Id, description: 'An approved request, for a list of many people' }),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({
		mediaType: Type.String(),
		fileName: Type.String(),
		csv: Type.String({ description: 'Begins with a byte order mark, so that spreadsheets keep the diacritics' }),
		persons: Type.Integer(),
		rows: Type.Integer({ description: 'Rows below the header: one for each visit shared with the case' }),
	}),
	personal: 'reads',
	purpose: ({ purpose }) => purpose,
	caseId: ({ caseId }) => caseId,
	run: async ({ db, caller, now, platform, about }, { caseId, names, requestId }) => {
		const row = await getOpenCaseRow(db, caseId);
		await requireGrounds(db, row);
		const found = await searchContacts(db, row, now, { limit: personsMax });
		if (found.total > personsMax) throw new Problem('payload-too-large');
		const by = actorId(caller.actor) ?? '0';
		await requireApproval(db, { caseId, people: found.total, names, by, requestId }, now);
		about(row.person_id, ...found.contacts.map((contact) => contact.person));
		const lines: string[] = [];
		for await (const line of contactLines({ db, keys: platform.keys }, found, names === 'revealed')) lines.push(line);
		return {
			mediaType: 'text/csv; charset=utf-8',
			fileName: safeFileName(`tiep-xuc-${caseId}-${dayOf(now)}`, 'csv'),
			csv: lines.join(''),
			persons: found.total,
			rows: lines.length - 1,
		};
	},
});
