import { describe, expect, test } from 'vitest';
import { agoInWords, findFlags, inWords, type ListedDevice } from './flags.ts';

const now = new Date('2026-11-24T08:00:00+07:00');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString();
const healthy: ListedDevice = { lastContactAt: ago(1), queued: 0, skewSeconds: 0, badCodes: 0, battery: 60 };

const flagsOf = (change: Partial<ListedDevice>) =>
	findFlags({ ...healthy, ...change }, now, 24).map(({ level, words }) => `${level}: ${words.vi}`);

describe('a manager is told of a device', () => {
	test.each<[string, Partial<ListedDevice>, string[]]>([
		['nothing, when all is well', {}, []],
		['nothing of a queue that is being sent', { queued: 30, lastContactAt: ago(9) }, []],
		['a queue that is stuck', { queued: 30, lastContactAt: ago(10) }, ['amber: Còn 30 lượt chưa gửi về']],
		['nothing of a clock two minutes slow', { skewSeconds: 120 }, []],
		['a clock slower than that', { skewSeconds: 121 }, ['amber: Đồng hồ chạy chậm 2 phút']],
		['a clock three hours fast', { skewSeconds: -10_800 }, ['amber: Đồng hồ chạy nhanh 3 giờ']],
		['nothing of a bundle a day old', { bundleIssuedAt: ago(24 * 60) }, []],
		['an older bundle', { bundleIssuedAt: ago(25 * 60) }, ['amber: Dữ liệu trên máy đã cũ 25 giờ']],
		['nothing of a night without contact', { lastContactAt: ago(23 * 60) }, []],
		['a day without contact', { lastContactAt: ago(24 * 60) }, ['amber: Không liên lạc đã 24 giờ']],
		['a battery that is nearly empty', { battery: 15 }, ['amber: Pin còn 15 %']],
		['nothing where the battery is not known', { battery: undefined }, []],
		[
			'false codes first',
			{ badCodes: 2, badCodeAt: ago(5), battery: 3 },
			['red: Đã gửi 2 mã giả, lần cuối 07:55 24/11/2026', 'amber: Pin còn 3 %'],
		],
	])('%s', (_what, change, flags) => {
		expect(flagsOf(change)).toEqual(flags);
	});

	test.each([
		[1, '1 giây', '1 second'],
		[59, '59 giây', '59 seconds'],
		[60, '1 phút', '1 minute'],
		[3_599, '59 phút', '59 minutes'],
		[3_600, '1 giờ', '1 hour'],
		[172_799, '47 giờ', '47 hours'],
		[172_800, '2 ngày', '2 days'],
	])('%i seconds as “%s”', (seconds, vi, en) => {
		expect(inWords(seconds)).toEqual({ vi, en });
	});

	test.each([
		[0, 'vừa xong', 'just now'],
		[1, '1 phút trước', '1 minute ago'],
		[25 * 60, '25 giờ trước', '25 hours ago'],
	])('what was %i minutes ago as “%s”', (minutes, vi, en) => {
		expect(agoInWords(ago(minutes), now)).toEqual({ vi, en });
	});
});
