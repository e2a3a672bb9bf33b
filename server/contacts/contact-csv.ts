import { getAreas } from '#areas';
import type { Contact, FoundContacts } from '#exposures';
import { listProfiles, maskedNames, toAddress } from '#identity';
import type { Db } from '#platform/db';
import type { Keys } from '#platform/keys';
import { displayPhone } from '#shared/phone';
import { writeCsvRow } from '#shared/text/csv';

interface Store {
	db: Db;
	keys: Keys;
}

const sharedHeader = [
	'Số phút cùng nơi (tổng) · Minutes shared in all',
	'Địa điểm · Place',
	'Xã, phường · Commune',
	'Ca bệnh vào · Case entered',
	'Ca bệnh ra · Case left',
	'Giờ ra của ca bệnh biết từ đâu · How the case’s leaving is known',
	'Người này vào · Entered',
	'Người này ra · Left',
	'Giờ ra biết từ đâu · How leaving is known',
	'Số phút lần này · Minutes this time',
	'Quy tắc, phiên bản · Rule, version',
];
const maskedHeader = ['Mã người · Person', 'Họ tên (che bớt) · Name (masked)'];
const revealedHeader = ['Mã người · Person', 'Họ tên · Full name', 'Điện thoại · Phone', 'Địa chỉ · Address'];

const batchLength = 500;

/**
 * The contacts as CSV, a header and then a line for each visit shared with the case, people in the order of the list.
 * Names are read some hundred people at a time, so any number of them can be written piece by piece. Times are Viet Nam's.
 */
export async function* contactLines(store: Store, found: FoundContacts, isRevealed: boolean): AsyncGenerator<string> {
	yield `\uFEFF${writeCsvRow([...(isRevealed ? revealedHeader : maskedHeader), ...sharedHeader])}`;
	for (let start = 0; start < found.contacts.length; start += batchLength) {
		const batch = found.contacts.slice(start, start + batchLength);
		const persons = batch.map((contact) => contact.person);
		const cells = isRevealed ? await revealedCells(store, persons) : await maskedCells(store, persons);
		for (const contact of batch) {
			const [name, ...more] = cells.get(contact.person) ?? [];
			for (const row of sharedRows(contact, found))
				yield writeCsvRow([`P${contact.person}`, name, ...(isRevealed ? [more[0], more[1]] : []), ...row]);
		}
	}
}

async function maskedCells(store: Store, persons: readonly string[]): Promise<Map<string, string[]>> {
	const names = await maskedNames(store, persons);
	return new Map([...names].map(([person, name]) => [person, [name]]));
}

async function revealedCells(store: Store, persons: readonly string[]): Promise<Map<string, string[]>> {
	const profiles = await listProfiles(store, persons);
	const areas = await getAreas(
		store.db,
		[...profiles.values()].flatMap(({ areaId }) => areaId ?? []),
	);
	return new Map(
		[...profiles].map(([person, profile]) => [
			person,
			[profile.fullName, profile.phone ? displayPhone(profile.phone) : '', toAddress(profile, areas)],
		]),
	);
}

function sharedRows(contact: Contact, { visits, rule }: FoundContacts): (string | number)[][] {
	const own = new Map(visits.map((visit) => [visit.visit, visit]));
	return contact.shared.map((shared) => {
		const visit = own.get(shared.visit)!;
		return [
			...[contact.minutes, visit.placeName, visit.areaName?.vi ?? ''],
			...[localTime(visit.enteredAt), localTime(visit.leftAt), leftKnownWords[visit.leftKnown] ?? ''],
			...[localTime(shared.enteredAt), localTime(shared.leftAt), leftKnownWords[shared.leftKnown] ?? ''],
			...[shared.minutes, `${rule.rule}, ${rule.version}`],
		];
	});
}

const leftKnownWords: Record<string, string> = {
	recorded: 'ghi nhận · recorded',
	'usual-stay': 'suy ra: thời gian lưu lại thông thường · inferred: usual stay',
	'entered-elsewhere': 'suy ra: đã vào nơi khác · inferred: entered elsewhere',
	'closed-by-place': 'suy ra: địa điểm đóng lượt · inferred: closed by the place',
};

/** `2026-11-24 08:05:00` in Viet Nam: as text and as a spreadsheet's time it sorts alike. */
const localTime = (moment: string) =>
	new Date(Date.parse(moment) + 7 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
