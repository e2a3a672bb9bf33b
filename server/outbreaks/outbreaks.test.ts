import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Caller } from '#platform/actor';
import { call } from '#platform/call';
import { openTracing, type Tracing } from '#test/tracing';
import {
	changeOutbreak,
	declareOutbreak,
	draftNotice,
	endOutbreak,
	getOutbreak,
	listOutbreaks,
	listTemplates,
	outbreaks,
	publishNotice,
	setTemplate,
} from './index.ts';
import { fillTemplate, unknownWord } from './notice.ts';

let tracing: Tracing;
beforeAll(async () => {
	tracing = await openTracing();
	await outbreaks.prepare!(tracing.platform);
});
afterAll(() => tracing.platform.close());

const said = {
	...{ name: 'Chợ Long Biên', disease: 'covid-19', fromOn: '2026-11-20', location: 'Chợ Long Biên' },
	...{ determinedAt: '2026-11-23T09:00:00+07:00', advice: 'Đeo khẩu trang, rửa tay', decision: '12/TB-TYT' },
};
const declare = (more: object = {}, who: Caller = tracing.wardOfficer) =>
	call(tracing.platform, declareOutbreak, who, { areaId: tracing.areas.baDinh.areaId, ...said, ...more });
const get = (outbreakId: string) => call(tracing.platform, getOutbreak, tracing.wardOfficer, { outbreakId });
const list = async (who: Caller, input: object = {}) =>
	(await call(tracing.platform, listOutbreaks, who, input)).outbreaks.map(({ outbreakId }) => outbreakId);

test('an officer sees the outbreaks below and above the own area, side by side', async () => {
	const { officer, wardOfficer, strangeOfficer, nationalOfficer, areas } = tracing;
	const { outbreakId: ofWard } = await declare();
	const { outbreakId: ofProvince } = await declare({ areaId: areas.haNoi.areaId }, officer);

	expect(await list(wardOfficer)).toEqual(expect.arrayContaining([ofWard, ofProvince]));
	expect(await list(officer)).toEqual(expect.arrayContaining([ofWard, ofProvince]));
	expect(await list(nationalOfficer, { disease: 'measles' })).toEqual([]);
	expect(await list(strangeOfficer)).toEqual([]);
});

test('it is to be published within 24 hours, in the words of the form or others', async () => {
	const { platform, wardOfficer } = tracing;
	const { outbreakId } = await declare();
	const draft = await call(platform, draftNotice, wardOfficer, { outbreakId, form: 'beginning' });

	expect(draft.isSample).toBe(true);
	expect(draft.body).toContain('Thời gian xác định ổ dịch: 09:00 23/11/2026');
	expect(draft.body).toContain('Phường Ba Đình, Thành phố Hà Nội');
	expect((await get(outbreakId)).publishBy).toBe('2026-11-24T02:00:00.000Z');
	const body = `${draft.body}\nTrạm Y tế phường Ba Đình`;
	await call(platform, publishNotice, wardOfficer, { outbreakId, form: 'beginning', title: draft.title, body });

	const published = await get(outbreakId);
	expect(published.notices).toMatchObject([{ form: 'beginning', body, isLate: false }]);
	expect(published.publishBy).toBeUndefined();
	const again = call(platform, publishNotice, wardOfficer, { outbreakId, form: 'beginning', title: 'Khác', body });
	await expect(again).rejects.toMatchObject({ code: 'conflict' });
});

test('a notice after 24 hours is published all the same and says that it is late', async () => {
	const { platform, wardOfficer } = tracing;
	const { outbreakId } = await declare({ determinedAt: '2026-11-23T07:59:59+07:00' });

	const { title, body } = await call(platform, draftNotice, wardOfficer, { outbreakId, form: 'beginning' });
	await call(platform, publishNotice, wardOfficer, { outbreakId, form: 'beginning', title, body });

	expect((await get(outbreakId)).notices[0]!.isLate).toBe(true);
});

test('an outbreak ends on a day, is published once more, and changes no more', async () => {
	const { platform, wardOfficer } = tracing;
	const { outbreakId } = await declare();
	const { disease: _1, determinedAt: _2, ...fields } = said;
	const changing = (more: object) =>
		call(platform, changeOutbreak, wardOfficer, { outbreakId, ...fields, note: 'Thêm 3 ca', ...more });
	expect(await changing({})).toMatchObject({ note: 'Thêm 3 ca' });
	const ending = (untilOn: string) =>
		call(platform, endOutbreak, wardOfficer, { outbreakId, untilOn, decision: '19/TB-TYT' });
	await expect(ending('2026-11-19')).rejects.toMatchObject({ options: { field: 'untilOn' } });
	await expect(ending('2026-11-25')).rejects.toMatchObject({ options: { field: 'untilOn' } });

	await ending('2026-11-24');

	await expect(ending('2026-11-24')).rejects.toMatchObject({ code: 'already-ended' });
	await expect(changing({})).rejects.toMatchObject({ code: 'already-ended' });
	expect(await list(wardOfficer)).not.toContain(outbreakId);
	expect(await list(wardOfficer, { state: 'over' })).toContain(outbreakId);
	const { body } = await call(platform, draftNotice, wardOfficer, { outbreakId, form: 'end' });
	expect(body).toContain('Ngày kết thúc: 24/11/2026');
});

test.each([
	['a first day to come', { fromOn: '2026-11-25' }, 'fromOn'],
	['a determination to come', { determinedAt: '2026-11-24T08:00:01+07:00' }, 'determinedAt'],
	['a disease nobody watches', { disease: 'no-such' }, 'disease'],
])('%s is refused', async (_what, more, field) => {
	await expect(declare(more)).rejects.toMatchObject({ code: 'invalid-input', options: { field } });
});

test('an officer elsewhere neither declares, changes, reads nor publishes', async () => {
	const { platform, strangeOfficer } = tracing;
	const { outbreakId } = await declare();

	await expect(declare({}, strangeOfficer)).rejects.toMatchObject({ code: 'not-allowed' });
	await expect(call(platform, getOutbreak, strangeOfficer, { outbreakId })).rejects.toMatchObject({
		code: 'not-allowed',
	});
	const text = { title: 'Ổ dịch', body: 'Một thông báo đủ dài' };
	const publishing = call(platform, publishNotice, strangeOfficer, { outbreakId, form: 'beginning', ...text });
	await expect(publishing).rejects.toMatchObject({ code: 'not-allowed' });
});

test('an administrator sets the official text, and a word that nothing fills is refused', async () => {
	const { platform, administrator } = tracing;
	const form = { form: 'end' as const, title: 'Thông báo', isSample: false, source: 'Phụ lục II' };

	const refused = call(platform, setTemplate, administrator, { ...form, body: 'Kết thúc ngày {ngày} tại {location}' });
	await expect(refused).rejects.toMatchObject({ options: { field: 'body' } });
	await call(platform, setTemplate, administrator, { ...form, body: 'Kết thúc ngày {untilOn} tại {location}' });

	const { templates } = await call(platform, listTemplates, administrator, {});
	expect(templates.map(({ form, version }) => [form, version])).toEqual([
		['beginning', 1],
		['end', 2],
	]);
});

test('a word that is not known yet is left to be written by hand', () => {
	expect(fillTemplate('{disease}: {untilOn}.', { disease: 'Sởi' })).toBe('Sởi: ………….');
	expect(unknownWord('{disease} {constructor}')).toBe('constructor');
	expect(unknownWord('{disease} {}')).toBe('');
});
