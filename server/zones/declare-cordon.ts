import Type from 'typebox';
import { type Area, findArea } from '#areas';
import { DiseaseName } from '#diseases';
import { actorId } from '#platform/actor';
import type { Db } from '#platform/db';
import { Id, newId } from '#platform/ids';
import type { Keys } from '#platform/keys';
import { type Context, operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { isNoticeShort, Moment, requireDisease } from './cordon.ts';
import { type ExtentRow, extentFields, readExtent, readHouseholds } from './extent.ts';
import { forgetLastEnd } from './home-cordons.ts';
import { insertCordon, selectSameCordon } from './queries.ts';
import { lockProposal, markDeclared, type ProposalRow } from './queries-proposals.ts';
import { deciderOfArea } from './reach.ts';
import { noteStep } from './steps.ts';

export const declareCordon = operation({
	name: 'zones.declare-cordon',
	summary: {
		vi: 'Ghi quyết định khoanh vùng một đơn vị hành chính, hoặc một phần của nó',
		en: 'Records the decision to cordon off an area, or a part of one',
	},
	who: deciderOfArea,
	input: Type.Object(
		{
			areaId: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
			...extentFields,
			disease: DiseaseName,
			reportsADay: Type.Optional(Type.Integer({ minimum: 1, maximum: 4 })),
			stopsResidents: Type.Optional(
				Type.Boolean({ description: 'Of a part: whether every door stops the people of its roster' }),
			),
			proposalId: Type.Optional({ ...Id, description: 'What it decides; its extent holds where none is given' }),
			from: Moment,
			until: Type.Optional(Moment),
			decidedBy: Type.String({ minLength: 3, maxLength: 200 }),
			decisionNumber: Type.String({ minLength: 1, maxLength: 100 }),
			noticeAt: Type.Optional({ ...Moment, description: 'When those concerned were told' }),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({
		cordonId: Id,
		isNoticeShort: Type.Boolean({ description: 'Less than six hours before, or not told at all' }),
		wasDeclared: Type.Boolean(),
	}),
	// About nobody by name, and kept in the log all the same: it stops people at every door.
	personal: 'changes',
	run: async (context, input) => {
		const { db, caller, now, platform, afterCommit } = context;
		const area = await findArea(db, input.areaId);
		if (!area) throw new Problem('invalid-input', { field: 'areaId' });
		await requireDisease(db, input.disease);
		const times = readTimes(input, now);
		const proposal = await findProposal(db, input.proposalId, area);
		const row = {
			...readExtent({ ...extentOf(proposal, platform.keys), ...given(input) }, platform.keys),
			...{ cordon_id: newId(), area_id: area.areaId, area_path: area.path, disease: input.disease },
			...{ reports_a_day: input.reportsADay ?? 1, stops_residents: input.stopsResidents ?? false },
			...{ holds_from: times.from, decided_until: times.until ?? null, holds_until: times.until ?? null },
			...{ decided_by: input.decidedBy, decision_number: input.decisionNumber, notice_at: times.noticeAt ?? null },
			...{ declared_by: actorId(caller.actor) ?? null, declared_at: now, ended_at: null, end_decision: null },
		};
		const isNew = (await db.run(insertCordon(row))) > 0;
		const cordonId = isNew ? row.cordon_id : (await db.one(selectSameCordon(row))).cordon_id;
		if (isNew) await noteSteps(context, cordonId, input, proposal);
		if (proposal) await db.run(markDeclared(proposal.proposal_id, cordonId, now));
		afterCommit(() => forgetLastEnd(platform));
		return { cordonId, isNoticeShort: isNoticeShort(times.noticeAt, times.from), wasDeclared: !isNew };
	},
});

type Proposal = ProposalRow & Pick<ExtentRow, 'households_sealed' | 'outline'>;

/** One that awaits its decision, in the same area: who may decide there may decide it. */
async function findProposal(db: Db, proposalId: string | undefined, area: Area): Promise<Proposal | undefined> {
	if (proposalId === undefined) return undefined;
	const proposal = await db.find(lockProposal(proposalId));
	if (proposal?.area_id !== area.areaId) throw new Problem('invalid-input', { field: 'proposalId' });
	if (proposal.outcome) throw new Problem('already-ended');
	return proposal;
}

function extentOf(proposal: Proposal | undefined, keys: Keys) {
	if (!proposal) return {};
	const { part, households_sealed, outline } = proposal;
	return {
		...(part === null ? {} : { part }),
		...(households_sealed ? { households: readHouseholds(households_sealed, keys) } : {}),
		...(outline === null ? {} : { outline }),
	};
}

const given = ({ part, households, outline }: { part?: string; households?: string[]; outline?: string }) => ({
	...(part === undefined ? {} : { part }),
	...(households ? { households } : {}),
	...(outline === undefined ? {} : { outline }),
});

/** How it began: proposed, where it was, and declared. */
async function noteSteps(
	{ db, caller: { actor }, now }: Pick<Context, 'db' | 'caller' | 'now'>,
	cordonId: string,
	{ decisionNumber, decidedBy }: { decisionNumber: string; decidedBy: string },
	proposal: Proposal | undefined,
): Promise<void> {
	if (proposal) {
		const { authority, proposed_at, reason } = proposal;
		const by = { kind: 'partner' as const, id: '0', scopes: [], roles: [], authority };
		await noteStep({ db, actor: by, now: proposed_at }, { cordonId, kind: 'proposed', words: reason });
	}
	await noteStep({ db, actor, now }, { cordonId, kind: 'declared', words: `${decisionNumber}, ${decidedBy}` });
}

const dayLong = 86_400_000;
/** Further from now than this is a slip of the pen. */
const daysMax = { before: 90, ahead: 30, long: 366 };

function readTimes(given: { from: string; until?: string; noticeAt?: string }, now: Date) {
	const from = new Date(given.from);
	const until = given.until === undefined ? undefined : new Date(given.until);
	const noticeAt = given.noticeAt === undefined ? undefined : new Date(given.noticeAt);
	const daysAhead = (from.getTime() - now.getTime()) / dayLong;
	const refuse = (field: string): never => {
		throw new Problem('invalid-input', { field });
	};
	if (!(daysAhead <= daysMax.ahead && daysAhead >= -daysMax.before)) refuse('from');
	if (until && !(until > from && until.getTime() - from.getTime() <= daysMax.long * dayLong)) refuse('until');
	if (noticeAt && !(noticeAt <= now)) refuse('noticeAt');
	return { from, until, noticeAt };
}
