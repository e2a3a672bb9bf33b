import { declareGroup, issueSheet, listCards } from '#cards';
import { getBundle, pair, resolveDevice, startPairing } from '#devices';
import { type Caller, systemCaller } from '#platform/actor';
import { call } from '#platform/call';
import { newUuid } from '#platform/ids';
import type { Platform } from '#platform/platform';
import { sql } from '#platform/sql';
import { writeCsv } from '#shared/text/csv';
import { recordBatch } from '#visits';

const pupils = ['Lò Thị Ánh', 'Hà Văn Bách', 'Nguyễn Khánh Chi', 'Đinh Công Dũng', 'Ma Thị Én', 'Giàng A Giao'];
const well = { travelled: 'no', symptoms: ['none'], 'met-patient': 'no', 'met-from-country': 'no' };
/** Minutes since each came this morning, and since they left. */
const came: readonly [number, number?][] = [[55], [52], [50, 12], [48]];

/** A school whose gate has phones of its own, and a class with cards, most of whom are inside. */
export async function addGate(platform: Platform, { placeId, manager }: { placeId: string; manager: Caller }) {
	const rows = pupils.map((name, at) => [name, `1${at}/09/2010`, '10A1', `HS${at + 1}`]);
	const list = writeCsv([['Họ tên', 'Ngày sinh', 'Lớp', 'Mã học sinh'], ...rows]);
	const base64 = Buffer.from(list).toString('base64');
	await call(platform, issueSheet, manager, { place: placeId, base64, dryRun: false });
	const { cards } = await call(platform, listCards, manager, { place: placeId });
	const form = { url: 'urn:vaora:questionnaire:general-declaration', version: '1' };
	const declared = cards.slice(0, came.length).map(({ card }) => card);
	const answers = { ...well, 'met-symptomatic': 'no', consent: 'true' };
	await call(platform, declareGroup, manager, { id: newUuid(), place: placeId, form, cards: declared, answers });
	await addPhones(platform, { placeId, manager });
	await addMorning(platform, { placeId, manager, cards: declared });
}

/** One phone that is well, and one to look after. */
async function addPhones(platform: Platform, { placeId, manager }: { placeId: string; manager: Caller }) {
	const now = platform.clock.now().getTime();
	const phones = [
		{ name: 'Điện thoại cổng chính', battery: 76, slow: 0 },
		{ name: 'Máy tính bảng phòng bảo vệ', battery: 11, slow: 4 * 60_000 },
	];
	for (const { name, battery, slow } of phones) {
		const { letters } = await call(platform, startPairing, manager, { place: placeId, gate: 1 });
		const stranger: Caller = { ...systemCaller('demo'), actor: { kind: 'anyone' } };
		const { token } = await call(platform, pair, stranger, { code: letters, name });
		const device: Caller = { ...systemCaller('demo'), actor: (await resolveDevice(platform, token))! };
		const at = new Date(now - slow).toISOString();
		await call(platform, getBundle, device, { status: { clock: at, queued: 0, battery, version: '1', bundle: at } });
	}
}

async function addMorning(
	platform: Platform,
	{ placeId, manager, cards }: { placeId: string; manager: Caller; cards: readonly string[] },
) {
	const found = await platform.db.rows(sql<{ person_id: string }>`
		select person_id
		from cards.card
		where card_id = any(${cards}::bigint[])
		order by card_id
		limit 100`);
	const ago = (minutes: number) => new Date(platform.clock.now().getTime() - minutes * 60_000).toISOString();
	const events = found
		.flatMap(({ person_id: person }, index) => {
			const [since, left] = came[index]!;
			const entry = { person, id: newUuid(), direction: 'in' as const, at: ago(since) };
			return left === undefined
				? [entry]
				: [entry, { ...entry, id: newUuid(), direction: 'out' as const, at: ago(left) }];
		})
		.sort((earlier, later) => earlier.at.localeCompare(later.at));
	await call(platform, recordBatch, manager, { place: placeId, events });
}
