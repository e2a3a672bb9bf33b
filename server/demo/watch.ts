import { beginDuties, type NewDuty, recordReports, type Told } from '#monitoring';
import { newId, newUuid } from '#platform/ids';
import type { Platform } from '#platform/platform';
import { dayOf, shiftDay } from '#shared/language';

interface Watched {
	/** Since how many days, and how many are left. */
	since: number;
	left: number;
	reportsADay?: number;
	/** What they said, by how many days ago; the time of day and the answers. */
	said: [number, string, Told['answers']][];
}

const well = { signs: ['none'], temperature: '36.6' };

/** A small ward's week: somebody falls ill, somebody is silent, somebody is done. */
const watched: readonly Watched[] = [
	{
		since: 2,
		left: 11,
		reportsADay: 2,
		said: [
			[2, '07:40', well],
			[1, '07:30', { signs: ['fatigue'], temperature: '37.1' }],
			[1, '15:10', { signs: ['cough', 'fever'], temperature: '38.4' }],
		],
	},
	{
		since: 2,
		left: 11,
		said: [
			[2, '08:00', well],
			[1, '08:05', well],
		],
	},
	{ since: 4, left: 9, said: [] },
	{
		since: 13,
		left: 0,
		said: [
			[2, '09:00', well],
			[1, '09:10', well],
			[0, '00:00', well],
		],
	},
	{
		since: 2,
		left: 4,
		said: [
			[2, '10:20', { signs: ['cough'] }],
			[1, '10:00', well],
		],
	},
	{ since: 0, left: 13, said: [] },
	{
		since: 2,
		left: 11,
		said: [
			[2, '08:00', well],
			[1, '08:05', well],
		],
	},
];

/** Puts the first people under a watch of their ward, with what they reported; each as they would have told it then. */
export async function addWatched(platform: Platform, persons: readonly string[], areaPath: string): Promise<void> {
	const now = platform.clock.now();
	const today = dayOf(now);
	const duties = watched.map(
		({ since, left, reportsADay = 1 }, index): NewDuty => ({
			...{ personId: persons[index]!, kind: 'contact', sourceId: newId(), areaPath, disease: 'covid-19', reportsADay },
			...{ fromOn: shiftDay(today, -since), untilOn: shiftDay(today, left) },
		}),
	);
	const told = watched.flatMap(({ said }, index) =>
		said.map(
			([ago, clock, answers]): Told => ({
				...{ id: newUuid(), person: persons[index]!, answers, channel: 'sms-link', by: null },
				at: new Date(`${shiftDay(today, -ago)}T${clock}:00+07:00`),
			}),
		),
	);
	await platform.db.transaction(async (db) => {
		await beginDuties(db, duties, now);
		await recordReports({ db, platform, now }, [told]);
	});
}
