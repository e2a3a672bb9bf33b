import { findAreaByCode, listChildren } from '#areas';
import { writeBulletins } from '#bulletins';
import { addPersons } from '#identity';
import { beginDuties, type NewDuty, recordReports, type Told } from '#monitoring';
import { countPastDays, countToday } from '#overview';
import { newId, newUuid } from '#platform/ids';
import type { Platform } from '#platform/platform';
import { sql } from '#platform/sql';
import { dayOf, shiftDay } from '#shared/language';

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương'];
const middles = ['Thị', 'Văn', 'Minh', 'Thu', 'Quốc', 'Ngọc'];
const givens = ['Bình', 'Châu', 'Dũng', 'Giang', 'Hải', 'Khuê', 'Lan', 'Mơ', 'Nghĩa', 'Oanh', 'Phúc', 'Quỳnh', 'Sương'];

/** Provinces with how many of their communes watch people; those of the demo's own people are left as they are. */
const provinces: readonly [code: string, communes: number][] = [
	...([
		['01', 14],
		['79', 16],
		['48', 8],
		['46', 7],
		['31', 9],
		['92', 6],
	] as const),
	...([
		['22', 5],
		['38', 6],
		['56', 6],
		['66', 5],
		['75', 7],
		['96', 4],
	] as const),
] as [string, number][];
const ownCommunes = new Set(['00070', '00004']);

/** Of a hundred, how many report in a commune; one after the other. */
const shares = [100, 97, 92, 100, 86, 74, 95, 55, 100, 38, 89, 0];
const well = { signs: ['none'], temperature: '36.6' };

/** People under watch in some communes of a dozen provinces, with what they reported, and two weeks of counted days. */
export async function addOverview(platform: Platform): Promise<void> {
	const { db, keys, clock } = platform;
	const now = clock.now();
	const today = dayOf(now);
	const watched: { areaPath: string; share: number }[] = [];
	for (const [code, communes] of provinces) {
		const province = (await findAreaByCode(db, 'province', code, today))!;
		const below = await listChildren(db, province.areaId, today);
		const some = below.filter((one) => !ownCommunes.has(one.code)).slice(0, communes);
		for (const [index, { path }] of some.entries()) {
			const share = shares[(index + communes) % shares.length]!;
			const people = 4 + ((index * 7 + communes) % 23);
			watched.push(
				...Array.from({ length: people }, (_, at) => ({ areaPath: path, share: share > (at * 100) / people ? 1 : 0 })),
			);
		}
	}
	const profiles = watched.map((_, index) => ({
		fullName: [families[index % 12], middles[(index * 5) % 6], givens[(index * 7) % 13]].join(' ').toUpperCase(),
		birthYear: 1950 + ((index * 11) % 60),
	}));
	const persons = await addPersons({ db, keys, now }, profiles);
	await report(platform, persons, watched);
	await addHistory(platform, today);
	await countToday(db, now);
	await writeBulletins(db, now);
}

/** Each of them reports on the last two days and today, or on none; a few have symptoms. */
async function report(
	platform: Platform,
	persons: readonly string[],
	watched: readonly { areaPath: string; share: number }[],
) {
	const now = platform.clock.now();
	const today = dayOf(now);
	const duties = watched.map(
		({ areaPath }, index): NewDuty => ({
			...{
				personId: persons[index]!,
				kind: 'contact',
				sourceId: newId(),
				areaPath,
				disease: 'covid-19',
				reportsADay: 1,
			},
			...{ fromOn: shiftDay(today, -2), untilOn: shiftDay(today, 11) },
		}),
	);
	const told = watched.flatMap(({ share }, index) =>
		share
			? [2, 1, 0]
					.filter((ago) => ago || index % 3)
					.map(
						(ago): Told => ({
							...{ id: newUuid(), person: persons[index]!, channel: 'sms-link', by: null },
							answers: ago === 0 && index % 97 === 1 ? { signs: ['cough', 'fever'], temperature: '38.5' } : well,
							at: new Date(`${shiftDay(today, -ago)}T00:00:00+07:00`),
						}),
					)
			: [],
	);
	await platform.db.transaction(async (db) => {
		await beginDuties(db, duties, now);
		await recordReports({ db, platform, now }, [told]);
		// As if each had been put under watch on the first day.
		await db.run(
			sql`update monitoring.duty set begun_at = from_on::timestamp at time zone 'Asia/Ho_Chi_Minh' where begun_at >= from_on`,
		);
	});
	await countPastDays(platform.db, now);
}

/** The days before there were reports are shown as if counted then: somewhat fewer people, somewhat fewer reports. */
async function addHistory({ db, clock }: Platform, today: string): Promise<void> {
	for (let ago = 3; ago <= 13; ago++) {
		const share = 100 - ago * 2 - (ago % 4) * 3;
		await db.run(sql`
			insert into overview.area_day (area_path, parent_path, day, due, reported, red, cases)
			select area_path, parent_path, ${shiftDay(today, -ago)}::date, due, reported * ${share} / 100, red, cases
			from overview.area_day where day = ${shiftDay(today, -2)}::date
			on conflict (area_path, day) do update set due = excluded.due, reported = excluded.reported`);
	}
	await db.run(sql`update overview.counted set counted_at = ${clock.now()}`);
}
