import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Caller } from '#platform/actor';
import { call } from '#platform/call';
import { addCase, addPerson, listLooks, openTracing, type Tracing } from '#test/tracing';
import { closeCase } from './close-case.ts';
import { listCases } from './list-cases.ts';
import { openCase } from './open-case.ts';

let tracing: Tracing;
const opened: string[] = [];
let inHue: string;
beforeAll(async () => {
	tracing = await openTracing();
	const { platform, strangeOfficer, areas } = tracing;
	for (let hour = 0; hour < 5; hour++) {
		platform.clock.set(`2026-11-23T1${hour}:00:00+07:00`);
		opened.push(
			await addCase(
				tracing,
				await addPerson(platform, { fullName: `Trần Văn Số ${hour}`, phone: `+8490123456${hour}` }),
			),
		);
	}
	platform.clock.set('2026-11-24T08:00:00+07:00');
	const person = await addPerson(platform, { fullName: 'Tôn Nữ Thu' });
	const input = {
		person,
		areaId: areas.thuanHoa.areaId,
		classification: 'suspected' as const,
		rule: 'who-2021',
		purpose: 'Điều tra',
	};
	inHue = (await call(platform, openCase, strangeOfficer, input)).caseId;
	await call(platform, closeCase, tracing.officer, { caseId: opened[1]!, reason: 'finished' });
});
afterAll(() => tracing.platform.close());

const idsOf = (answer: { cases: { caseId: string }[] }) => answer.cases.map((one) => one.caseId);
const list = (who: Caller, input: object = {}) => call(tracing.platform, listCases, who, input);

test('an officer sees the open cases of the own province, the newest first', async () => {
	const answer = await list(tracing.officer);

	expect(idsOf(answer)).toEqual([opened[4], opened[3], opened[2], opened[0]]);
	expect(answer.cases[0]).toMatchObject({
		maskedName: 'Trần Văn *** (0901 234 ***)',
		areaName: { vi: 'Phường Ba Đình, Thành phố Hà Nội' },
	});
});

test('an officer of another province sees none of them', async () => {
	expect(idsOf(await list(tracing.strangeOfficer))).toEqual([inHue]);
});

test('an officer of the whole country sees all', async () => {
	expect(idsOf(await list(tracing.nationalOfficer))).toEqual([inHue, opened[4], opened[3], opened[2], opened[0]]);
});

test('an officer of a commune and of another province sees both, each case once', async () => {
	const { officer, areas } = tracing;
	const roles = [areas.baDinh, areas.haNoi, areas.hue].map(({ path }) => ({ name: 'health-officer', area: path }));
	const asking = { ...officer, actor: { ...officer.actor, roles } } as Caller;

	expect(idsOf(await list(asking))).toEqual([inHue, opened[4], opened[3], opened[2], opened[0]]);
});

test('pages follow each other without a gap', async () => {
	const pages: string[][] = [];
	let cursor: string | undefined;
	do {
		const answer = await list(tracing.nationalOfficer, { state: 'all', limit: 2, cursor });
		pages.push(idsOf(answer));
		cursor = answer.nextCursor;
	} while (cursor);

	expect(pages.filter((page) => page.length)).toEqual([
		[inHue, opened[4]],
		[opened[3], opened[2]],
		[opened[1], opened[0]],
	]);
});

test('a closed case is listed without a name', async () => {
	const answer = await list(tracing.officer, { state: 'closed' });

	expect(idsOf(answer)).toEqual([opened[1]]);
	expect(answer.cases[0]).not.toHaveProperty('maskedName');
	expect(answer.cases[0]).not.toHaveProperty('person');
});

test('whoever stands on the list with a name reads that it was looked at', async () => {
	const person = await addPerson(tracing.platform, { fullName: 'Hồ Thị Kỷ' });
	await addCase(tracing, person);

	await list(tracing.wardOfficer);

	const looks = await listLooks(tracing.platform, person);
	expect(looks.map((look) => look.operation)).toContain('cases.list-cases');
});

test.each(['analyst', 'administrator'] as const)('%s lists no cases', async (who) => {
	await expect(list(tracing[who])).rejects.toMatchObject({ code: 'not-allowed' });
});

test.each(['9999999999999999-1', '1-9999999999999999999', 'x'])(
	'a cursor that leads nowhere is refused: %s',
	async (cursor) => {
		await expect(list(tracing.officer, { cursor })).rejects.toMatchObject({ code: 'invalid-input' });
	},
);
