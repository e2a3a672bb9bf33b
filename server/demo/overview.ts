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

/** Provinces, how many of their communes watch people, and how well they go about it, of a hundred. */
const provinces = [
	...([
		['01', 14, 98],
		['79', 16, 90],
		['48', 8, 100],
		['46', 7, 100],
		['31', 9, 84],
		['92', 6, 66],
	] as const),
	...([
		['22', 5, 100],
		['38', 6, 58],
		['56', 6, 94],
		['66', 5, 45],
		['75', 7, 87],
		['96', 4, 76],
	] as const),
] as const;
/** The demo's own people are left as they are. */
const ownCommunes = new Set(['00070', '00004']);

/** Of a hundred, how many report in a commune; one after the other. */
const shares = [100, 98, 100, 96, 100, 88, 100, 64, 100, 92, 97, 100, 0];
const well = { signs: ['none'], temperature: '36.6' };

interface Watched {
	areaPath: string;
	/** Some never do. */
	reports: boolean;
}

/** People under watch in some communes of a dozen provinces, with what they reported, and two weeks of counted days. */
export async function addOverview(platform: Platform): Promise<void> {
	const { db, keys, clock } = platform;
	const now = clock.now();
	const today = dayOf(now);
	const watched: Watched[] = [];
	for (const [code, communes, care] of provinces) {
		const province = (await findAreaByCode(db, 'province', code, today))!;
		const below = await listChildren(db, province.areaId, today);
		const some = below.filter((one) => !ownCommunes.has(one.code)).slice(0, communes);
		for (const [index, { path }] of some.entries()) {
			const share = (shares[(index + communes) % shares.length]! * care) / 100;
			const people = 4 + ((index * 7 + communes) % 23);
			watched.push(
				...Array.from({ length: people }, (_, at) => ({ areaPath: path, reports: at * 100 < share * people })),
			);
		}
	}
	const profiles = watched.map((_, index) => ({
		fullName: [families[index % 12], middles[(index * 5) % 6], givens[(index * 7) % 13]].join(' ').toUpperCase(),
		birthYear: 1950 + ((index * 11) % 60),
	}));
	const persons = await addPersons({ db, keys, now }, profiles);
	await report(platform, persons, watched);
	await countToday(db, now);
	await addHistory(platform, today);
	await writeBulletins(db, now);
}

/** Each of them reports on the last two days and today, or on none; a few have symptoms. */
async function report(platform: Platform, persons: readonly string[], watched: readonly Watched[]) {
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
	const told = watched.flatMap(({ reports }, index) =>
		reports
			? [2, 1, 0]
					.filter((ago) => (ago === 2 ? index % 13 : ago || index % 9))
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
	await db.run(sql`
		update overview.area_day past
		set watched = past.due, silent = (past.due - past.reported) * 2 / 3, symptomatic = past.red, needs_review = 0,
			due_to_end = 0, red_waiting = 0, beds = now.beds, beds_free = now.beds_free
		from overview.area_day now
		where now.day = ${today}::date and now.area_path = past.area_path and past.day < now.day`);
	await db.run(sql`update overview.counted set counted_at = ${clock.now()}`);
}
