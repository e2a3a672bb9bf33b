import Type from 'typebox';
import { endOrders } from '#isolation';
import { actorId } from '#platform/actor';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { chunks } from '#platform/sql';
import { selectSettled, updateKept } from './queries-groundless.ts';
import { officerOfAll } from './reach.ts';

const groundless = 'Hết căn cứ cách ly · The reason for isolation is gone';

export const settleGroundless = operation({
	name: 'endings.settle-groundless',
	summary: {
		vi: 'Quyết định về những người cách ly đã hết căn cứ: kết thúc sớm, hoặc giữ nguyên vì lý do khác',
		en: 'Decides on those whose reason for isolation is gone: ended early, or kept for another reason',
	},
	who: officerOfAll,
	input: Type.Object(
		{
			orders: Type.Array(Id, { minItems: 1, maxItems: 500, uniqueItems: true }),
			keeps: Type.Boolean({ description: 'They stay in isolation' }),
			reason: Type.String({ minLength: 5, maxLength: 500, description: 'Why; the people read it' }),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ settled: Type.Array(Id, { description: 'Those that still waited for it' }) }),
	personal: 'changes',
	purpose: ({ reason }) => reason,
	run: async (context, { orders, keeps, reason }) => {
		const { db, now, caller, about } = context;
		const rows = await db.rows(selectSettled(orders));
		about(...rows.map((row) => row.person_id));
		const asked = rows.map((row) => ({ personId: row.person_id, orderId: row.order_id }));
		if (keeps)
			for (const part of chunks(asked))
				await db.run(updateKept(part, { by: actorId(caller.actor) ?? null, reason, now }));
		else await endOrders(context, asked, { outcome: 'early', reason: `${groundless}: ${reason}` });
		return { settled: asked.map(({ orderId }) => orderId) };
	},
});
