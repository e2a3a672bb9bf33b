import Type from 'typebox';
import { readRegimes } from '#diseases';
import { beginOrders, Contact, decisionFields, endHolds, readOrderTimes } from '#isolation';
import { actorId } from '#platform/actor';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { readClocks } from './clock.ts';
import { Proposals } from './fields.ts';
import { updateDecided } from './queries.ts';
import { workerOfAll } from './reach.ts';
import { isOwnDecision, readUndecided } from './read-undecided.ts';

export const decide = operation({
	name: 'proposals.decide',
	summary: {
		vi: 'Quyết định cách ly những người được đề nghị: lệnh có hiệu lực ngay ở mọi cửa',
		en: 'Decides that those proposed stay in isolation: their orders are in force at every door at once',
	},
	who: workerOfAll,
	input: Type.Object(
		{
			proposals: Proposals,
			...decisionFields,
			contact: Type.Optional(Contact),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ orders: Type.Array(Type.Object({ proposalId: Id, orderId: Id })) }),
	personal: 'changes',
	purpose: ({ decisionNumber }) => `Quyết định · Decision ${decisionNumber}`,
	run: async (context, { proposals, decidedBy, decisionNumber, contact }) => {
		const { db, now, caller, about } = context;
		const clocks = await readClocks(db);
		const rows = await readUndecided(db, proposals);
		about(...rows.map((row) => row.person_id));
		const isOwn = isOwnDecision(caller.actor, rows, clocks);
		const regimes = await readRegimes(
			db,
			rows.map((row) => ({ regime: row.regime!, version: row.regime_version! })),
		);
		await endHolds(
			context,
			rows.map((row) => ({ personId: row.person_id, proposalId: row.proposal_id })),
		);
		const begun = await beginOrders(
			context,
			rows.map((row) => ({
				...{ personId: row.person_id, areaPath: row.area_path, kind: row.kind as 'home', disease: row.disease },
				...{ decidedBy, decisionNumber, ...(contact ? { contact } : {}), proposalId: row.proposal_id },
				...{ fromOn: row.from_on, untilOn: row.until_on },
				times: readOrderTimes({ fromOn: row.from_on, untilOn: row.until_on }, now),
				regime: regimes.get(`${row.regime}/${row.regime_version}`)!,
			})),
		);
		const decided = rows.map((row, index) => ({
			proposalId: row.proposal_id,
			orderId: begun[index]!.orderId,
			noticeDueAt: noticeDue(clocks.find((one) => one.kind === row.kind && one.version === row.clock_version)!, now),
		}));
		const by = actorId(caller.actor) ?? null;
		const all = { outcome: 'accepted', by, isOwn, decidedBy, decisionNumber, refusedReason: null, now } as const;
		if ((await db.run(updateDecided({ ...all, proposals: decided }))) < rows.length)
			throw new Problem('decided-already');
		return { orders: decided.map(({ proposalId, orderId }) => ({ proposalId, orderId })) };
	},
});

const noticeDue = ({ noticeMinutes }: { noticeMinutes?: number }, now: Date): Date | null =>
	noticeMinutes === undefined ? null : new Date(now.getTime() + noticeMinutes * 60_000);
