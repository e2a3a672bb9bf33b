import { setInterval } from 'node:timers';
import { accountByPhone, giveAreaRole } from '#identity';
import type { Caller } from '#platform/actor';
import { call } from '#platform/call';
import { getPrint, makePoster, orderPrint, posters } from '#posters';
import { check, get, listRegisteredPlaces, registrations, start } from '#registrations';
import { writeCsv } from '#shared/text/csv';
import { format } from './check-ins.ts';
import type { Bench } from './installation.ts';
import type { Report } from './report.ts';

/**
 * A chain of 10,000 shops from its file to one PDF, through the operations and the jobs, in this process. The baseline
 * makes 1,000 posters one by one, as a manager of each place would.
 */
export async function benchPosters({ platform }: Bench, report: Report): Promise<void> {
	report.section('Many places at once: from one file to one PDF');
	const chain = await makeChain(platform);
	const registered = await register(platform, chain, report);
	const roles = registered.map((place) => ({ name: 'manager', place }));
	const caller: Caller = { ...chain, actor: { ...chain.actor, roles } };
	const thousand = registered.slice(0, 1_000);

	const single = await measure(async () => {
		for (const place of thousand) await call(platform, makePoster, caller, { place, format: 'pdf-a4' });
	});
	report.row('1,000 posters, a PDF each (baseline)', seconds(single));
	const batch = await measure(() => print(platform, caller, thousand));
	const against = `${(single.cpu / batch.cpu).toFixed(1)} × faster`;
	report.row('1,000 posters in one PDF, processor time', seconds(batch), against, '≤ 10 s on one core');
	const all = await measure(() => print(platform, caller, registered));
	report.row('10,000 posters in one PDF, processor time', seconds(all));
	const memory = `${format(all.megabytes)} MB more than before`;
	report.row(
		'10,000 posters in one PDF, peak memory',
		memory,
		`1,000: ${format(batch.megabytes)} MB`,
		'does not grow with the number',
	);
}

async function makeChain(platform: Bench['platform']): Promise<Caller & { actor: { kind: 'account' } }> {
	const now = platform.clock.now();
	const accountId = await accountByPhone({ ...platform, now }, '0912000099', true);
	const afterCommit = () => {};
	await giveAreaRole({ db: platform.db, now, afterCommit }, { accountId, name: 'registrar', areaPath: '1' });
	const roles = [{ name: 'registrar', area: '1' }];
	const actor = { kind: 'account' as const, id: accountId, session: '1', persons: [], roles };
	return { actor, address: 'bench', requestId: 'bench', language: 'vi' };
}

async function register(platform: Bench['platform'], chain: Caller, report: Report): Promise<string[]> {
	const header = [
		'Mã nội bộ',
		'Tên địa điểm',
		'Loại địa điểm',
		'Phường, xã',
		'Tỉnh',
		'Địa chỉ',
		'Điện thoại người kiểm soát',
	];
	const communes = ['Ba Đình', 'Hoàn Kiếm', 'phuong ngoc ha', 'P. Giảng Võ', 'Phường Trúc Bạch'];
	const rows = Array.from({ length: 10_000 }, (_none, number) => [
		...[
			`CH-${number}`,
			`Cửa hàng Hoa Sữa số ${number}`,
			'Cửa hàng',
			communes[number % 5]!,
			'Hà Nội',
			`${number} Kim Mã`,
		],
		`09${String(10_000_000 + (number % 500)).padStart(8, '0')}`,
	]);
	const content = Buffer.from(writeCsv([header, ...rows])).toString('base64');
	const checked: { registration?: string } = {};
	const checking = await measure(async () => {
		Object.assign(checked, await call(platform, check, chain, { content, registrantName: 'Nguyễn Thị Hoa' }));
	});
	report.row('10,000 rows checked', seconds(checking));
	const registration = checked.registration!;
	await call(platform, start, chain, { registration, faultyRows: 'refuse' });
	const job = registrations.jobs!.find(({ name }) => name === 'registrations.register-rows')!;
	const registering = await measure(() => job.run(platform, platform.clock.now(), { registration }));
	const { rows: counted } = await call(platform, get, chain, { registration });
	if (counted.registered !== rows.length) throw new Error(`registered ${counted.registered}`);
	const rate = `${format(counted.registered / registering.seconds)} a second`;
	report.row('10,000 places registered', seconds(registering), rate, 'well under a minute or two');
	return listRegisteredPlaces(platform.db, registration);
}

async function print(platform: Bench['platform'], caller: Caller, places: string[]): Promise<void> {
	const { print: id } = await call(platform, orderPrint, caller, { places, format: 'pdf-a4' });
	const job = posters.jobs!.find(({ name }) => name === 'posters.draw-print')!;
	await job.run(platform, platform.clock.now(), { print: id });
	const { state, pages } = await call(platform, getPrint, caller, { print: id });
	if (state !== 'ready' || pages !== places.length) throw new Error(`${state}, ${pages} pages`);
}

interface Measured {
	seconds: number;
	/** Seconds of one core. */
	cpu: number;
	/** How far the process grew while it worked. */
	megabytes: number;
}

async function measure(work: () => Promise<void>): Promise<Measured> {
	globalThis.gc?.();
	const startedAt = performance.now();
	const cpuBefore = process.cpuUsage();
	const before = process.memoryUsage.rss();
	let peak = before;
	const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 50);
	await work();
	clearInterval(watch);
	const { user, system } = process.cpuUsage(cpuBefore);
	const spent = (performance.now() - startedAt) / 1_000;
	return { seconds: spent, cpu: (user + system) / 1e6, megabytes: (peak - before) / 1e6 };
}

const seconds = ({ seconds: wall, cpu }: Measured): string =>
	`${cpu.toFixed(1)} s processor, ${wall.toFixed(1)} s in all`;
