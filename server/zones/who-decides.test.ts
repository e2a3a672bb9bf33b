import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Caller } from '#platform/actor';
import { call } from '#platform/call';
import { appointLeader, countReported, listDwellings } from '#residents';
import { man, type Neighbours, openNeighbours } from '#test/neighbours';
import { staff } from '#test/people';
import {
	changeCordon,
	declareCordon,
	endCordon,
	getCordon,
	listCordons,
	listProposals,
	proposeCordon,
	recordNotice,
	refuseProposal,
} from '#zones';

let door: Neighbours;
let chair: Caller;
let others: Caller[];
beforeAll(async () => {
	door = await openNeighbours();
	const { baDinh, hoanKiem } = door.areas;
	chair = staff('UBND phường Ba Đình', { name: 'commune-chair', area: baDinh.path });
	others = [
		staff('UBND phường Hoàn Kiếm', { name: 'commune-chair', area: hoanKiem.path }),
		staff('Bệnh viện', { name: 'facility-head', area: baDinh.path }),
		staff('Cửa khẩu', { name: 'gate-authority', area: baDinh.path }),
	];
});
afterAll(() => door.platform.close());
beforeEach(() => door.setClock('08:00:00'));

const propose = async () =>
	(
		await call(door.platform, proposeCordon, door.ward, {
			...{ areaId: door.areas.baDinh.areaId, disease: 'covid-19', part: 'Tổ 7', reason: 'Ba ca cùng ngõ' },
		})
	).proposalId;

test('the commune’s chair sees what the station proposes, decides it, changes it and ends it', async () => {
	const { platform } = door;
	const proposalId = await propose();
	const { proposals } = await call(platform, listProposals, chair, {});
	expect(proposals.map((one) => one.proposalId)).toContain(proposalId);

	const { cordonId } = await call(platform, declareCordon, chair, door.cordonOf({ proposalId, until: undefined }));
	const at = '2026-11-24T07:50:00+07:00';
	await call(platform, recordNotice, chair, { cordonId, noticeAt: at, how: 'Loa phường' });
	await call(platform, changeCordon, chair, { cordonId, decision: '13/QĐ-UBND', part: 'Tổ 7 và 8' });
	await call(platform, endCordon, chair, { cordonId, decision: '14/QĐ-UBND' });

	const { steps } = await call(platform, getCordon, chair, { cordonId });
	expect(steps.map(({ kind }) => kind)).toEqual(['proposed', 'declared', 'told', 'changed', 'ended']);
	const { cordons } = await call(platform, listCordons, chair, { state: 'all' });
	expect(cordons.map((one) => one.cordonId)).toContain(cordonId);
});

test('the chair may refuse, and reads how many reported but not who lives there', async () => {
	const { platform } = door;
	const refusal = { decidedBy: 'Chủ tịch UBND phường Ba Đình', refusal: 'Đã cách ly tại nhà' };
	await call(platform, refuseProposal, chair, { proposalId: await propose(), ...refusal });
	const cordonId = await door.declare();
	await door.put(cordonId, { members: [man] });

	expect((await call(platform, countReported, chair, { cordonId })).all.people).toBe(1);
	await expect(call(platform, listDwellings, chair, { cordonId })).rejects.toMatchObject({ code: 'not-allowed' });
	await expect(call(platform, appointLeader, chair, { cordonId, phone: '0901234567' })).rejects.toMatchObject({
		code: 'not-allowed',
	});
});

test('the chair next door, a clinic’s head and a gate’s authority decide nothing here', async () => {
	const { platform } = door;
	const [cordonId, proposalId] = [await door.declare(), await propose()];
	const refusal = { decidedBy: 'Ai đó', refusal: 'Không' };

	for (const other of others) {
		for (const refused of [
			() => call(platform, getCordon, other, { cordonId }),
			() => call(platform, countReported, other, { cordonId }),
			() => call(platform, endCordon, other, { cordonId, decision: '14/QĐ-UBND' }),
			() => call(platform, declareCordon, other, door.cordonOf()),
			() => call(platform, refuseProposal, other, { proposalId, ...refusal }),
		])
			await expect(refused()).rejects.toMatchObject({ code: 'not-allowed' });
	}
	const [nextDoor] = others;
	expect((await call(platform, listCordons, nextDoor!, { state: 'all' })).cordons).toEqual([]);
	expect((await call(platform, listProposals, nextDoor!, {})).proposals).toEqual([]);
});
