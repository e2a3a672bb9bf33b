import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeCase, openCase, reopenCase } from '#cases';
import { countDue, listGroundless, settleGroundless } from '#endings';
import { getOrder } from '#isolation';
import { call } from '#platform/call';
import { sql } from '#platform/sql';
import { decide as decideProposals } from '#proposals';
import { openProposing, type Proposing } from '#test/proposing';
import { listWork } from '#work';

let vaora: Proposing;
beforeAll(async () => {
	vaora = await openProposing();
});
afterAll(() => vaora.platform.close());

const ward = () => vaora.callers.ward;
const ask = async (who = ward()) => (await call(vaora.platform, listGroundless, who, {})).orders;
const close = (caseId: string, reason: 'discarded' | 'finished') =>
	call(vaora.platform, closeCase, ward(), { caseId, reason });
const settle = (orderId: string, keeps: boolean) =>
	call(vaora.platform, settleGroundless, ward(), { orders: [orderId], keeps, reason: 'Xét nghiệm lại âm tính' });

/** A case, and somebody new who was proposed and ordered to stay for having met it. */
async function addOrderFor() {
	await vaora.nextPerson();
	const { platform, person, areas } = vaora;
	const { caseId } = await call(platform, openCase, ward(), {
		...{ person: vaora.person.personId, areaId: areas.baDinh.areaId, classification: 'confirmed', rule: 'qd-5053' },
		...{ onsetOn: '2026-11-20', purpose: 'Điều tra ca bệnh' },
	});
	const proposalId = await vaora.propose();
	await platform.db.run(sql`update proposals.proposal set case_id = ${caseId}, cause = 'contact'
		where proposal_id = ${proposalId}`);
	const { orders } = await call(platform, decideProposals, vaora.chair, {
		...{ proposals: [proposalId], decidedBy: 'Chủ tịch UBND phường', decisionNumber: `${caseId.slice(0, 9)}/QĐ` },
	});
	return { caseId, orderId: orders[0]!.orderId, personId: person.personId };
}

test('an order whose case was discarded waits for a decision and goes on until then', async () => {
	const { caseId, orderId } = await addOrderFor();
	expect(await ask()).toEqual([]);

	await close(caseId, 'discarded');

	expect(await ask()).toMatchObject([{ orderId, reason: 'discarded', maskedName: expect.stringContaining('***') }]);
	expect(await ask(vaora.callers.nextDoor)).toEqual([]);
	expect(await call(vaora.platform, countDue, ward(), {})).toMatchObject({ groundless: 1 });
	expect(await call(vaora.platform, getOrder, ward(), { orderId })).not.toHaveProperty('endedAt');
	expect((await call(vaora.platform, listWork, ward(), {})).work).toContainEqual(
		expect.objectContaining({ name: 'groundless', count: 1 }),
	);

	expect(await settle(orderId, false)).toEqual({ settled: [orderId] });
	expect(await ask()).toEqual([]);
	expect(await settle(orderId, false)).toEqual({ settled: [] });
	const { steps } = await call(vaora.platform, getOrder, ward(), { orderId });
	expect(steps.map(({ kind }) => kind)).toContain('ended');
});

test('one that is kept for another reason stays and is not asked about again', async () => {
	const { caseId, orderId } = await addOrderFor();
	await close(caseId, 'discarded');

	await settle(orderId, true);

	expect(await ask()).toEqual([]);
	expect(await call(vaora.platform, getOrder, ward(), { orderId })).not.toHaveProperty('endedAt');
});

test('a case that is finished was a reason, and one opened again is one again', async () => {
	const [finished, reopened] = [await addOrderFor(), await addOrderFor()];
	await close(finished.caseId, 'finished');
	await close(reopened.caseId, 'discarded');
	expect((await ask()).map(({ orderId }) => orderId)).toEqual([reopened.orderId]);

	await call(vaora.platform, reopenCase, ward(), { caseId: reopened.caseId, reason: 'Đóng nhầm' });

	expect(await ask()).toEqual([]);
	expect(await settle(reopened.orderId, false)).toEqual({ settled: [] });
	await close(reopened.caseId, 'finished');
	expect(await ask()).toEqual([]);
});

test('a confirmed contact of another case still has a reason', async () => {
	const [one, other] = [await addOrderFor(), await addOrderFor()];
	await vaora.platform.db.run(sql`insert into contacts.contact (contact_id, case_id, person_id, level, origin,
		first_exposed_at, last_exposed_at, state, found_at)
		values (1, ${other.caseId}, ${one.personId}, 1, 'interview', now(), now(), 'confirmed', now())`);

	await close(one.caseId, 'discarded');

	expect(await ask()).toEqual([]);
});
