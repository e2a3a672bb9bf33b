import Type, { type Static } from 'typebox';
import {
	filterFields,
	getOpenCaseRow,
	officerOfCase,
	Purpose,
	type ReadFilter,
	readFilter,
	requireGrounds,
} from '#cases';
import { officer } from '#identity';
import { type Actor, actorId } from '#platform/actor';
import type { Db } from '#platform/db';
import { Id, newId } from '#platform/ids';
import { enqueue } from '#platform/jobs';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import type { Who } from '#platform/who';
import { Export, toExport } from './export.ts';
import { needsApproval } from './needs-approval.ts';
import { Format, Layout, Names, Subject } from './order-fields.ts';
import { insertExport, selectExport, selectRule } from './queries.ts';
import { countRows } from './queries-records.ts';
import { holderOf } from './scope.ts';

const rowsMax = 5_000_000;

const Input = Type.Object(
	{
		subject: Subject,
		format: Format,
		layout: Type.Optional(Layout),
		names: Names,
		purpose: Purpose,
		caseId: Type.Optional({ ...Id, description: 'Of one case; else of all the cases the filter finds' }),
		filter: Type.Optional(Type.Object(filterFields, { additionalProperties: false })),
	},
	{ additionalProperties: false },
);
type Input = Static<typeof Input>;

/** A health officer: of one case its own, else the operation keeps to the areas the officer may see. */
const whoOrders: Who<Input> = {
	words: officer.words,
	allows: ({ actor, db, input }) =>
		input.caseId === undefined
			? officer.allows({ actor, db, input })
			: officerOfCase.allows({ actor, db, input: { caseId: input.caseId } }),
};

export const order = operation({
	name: 'exports.order',
	summary: {
		vi: 'Đặt xuất danh sách ca bệnh, người tiếp xúc hay theo dõi thành tệp; danh sách dài hoặc có tên đầy đủ cần cán bộ khác duyệt',
		en: 'Orders a line list of cases, contacts or follow-up as a file; a long one with people waits for a second officer',
	},
	who: whoOrders,
	input: Input,
	output: Export,
	personal: 'changes',
	purpose: ({ purpose }) => purpose,
	caseId: ({ caseId }) => caseId,
	limits: [{ what: 'person', by: (_input, { actor }) => actorId(actor) ?? '', limit: { count: 100, seconds: 86_400 } }],
	run: async ({ db, caller: { actor }, now }, { caseId, filter = {}, layout = 'long', ...asked }) => {
		const scope = await readScope(db, { caseId, filter, subject: asked.subject }, { actor, now });
		const { rows } = await db.one(countRows(asked.subject, { case_id: scope.case_id, filter: scope.filter }));
		if (rows > rowsMax) throw new Problem('export-too-long', { field: 'filter', values: { count: rowsMax } });
		const { people_max } = await db.one(selectRule(now));
		const isWaiting = needsApproval(asked, rows, people_max);
		const exportId = newId();
		await db.run(
			insertExport({
				...{ export_id: exportId, ...asked, layout, ...scope },
				...{ ordered_by: actorId(actor) ?? '0', ordered_kind: actor.kind === 'partner' ? 'partner' : 'staff' },
				...{ ordered_authority: 'authority' in actor ? actor.authority : '', ordered_at: now, rows_expected: rows },
				state: isWaiting ? 'to-approve' : 'waiting',
			}),
		);
		if (!isWaiting) await enqueue(db, { job: 'exports.write-export', payload: { exportId }, key: exportId });
		return toExport(await db.one(selectExport(exportId)));
	},
});

/** Nobody learns who met a case without grounds; one that is closed has no list any more. */
async function readScope(
	db: Db,
	{ caseId, filter, subject }: Pick<Input, 'caseId' | 'subject'> & { filter: NonNullable<Input['filter']> },
	{ actor, now }: { actor: Actor; now: Date },
): Promise<{ case_id: string | null; filter: ReadFilter | null; area_path: string }> {
	if (caseId === undefined) {
		const read = await readFilter({ state: subject === 'cases' ? 'all' : 'open', ...filter }, { db, actor, now });
		return { case_id: null, filter: read, area_path: holderOf(read.ranges.from) };
	}
	const row = await getOpenCaseRow(db, caseId);
	if (subject !== 'cases') await requireGrounds(db, row);
	return { case_id: caseId, filter: null, area_path: row.area_path };
}
