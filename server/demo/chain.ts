import { openCase } from '#cases';
import { setLink } from '#chains';
import { saveProfile } from '#identity';
import type { Caller } from '#platform/actor';
import { call } from '#platform/call';
import type { Platform } from '#platform/platform';
import { shiftDay, startOfDay } from '#shared/language';

type Link = Parameters<NonNullable<typeof setLink.run>>[1];

interface DemoCase extends Pick<Link, 'relation' | 'setting'> {
	name: string;
	birthYear: number;
	/** How many days ago they fell ill, and after how many hours they were isolated. */
	ago: number;
	isolatedAfterHours?: number;
	/** Who infected them, by their number in this list, how sure that is, and how many days before they fell ill they met. */
	by?: number;
	kind?: Link['kind'];
	metBefore?: number;
}

/** A wedding, a household, an office: an outbreak small enough to read in one look. */
const demoCases: readonly DemoCase[] = [
	{ name: 'Trịnh Công Thành', birthYear: 1984, ago: 21, isolatedAfterHours: 150 },
	{
		name: 'Trịnh Thị Lan',
		birthYear: 1986,
		ago: 17,
		isolatedAfterHours: 30,
		by: 0,
		kind: 'confirmed',
		...met(3, 'household', 'home'),
	},
	{
		name: 'Trịnh Bảo Long',
		birthYear: 2015,
		ago: 16,
		isolatedAfterHours: 20,
		by: 0,
		kind: 'confirmed',
		...met(4, 'household', 'home'),
	},
	{
		name: 'Cao Văn Sơn',
		birthYear: 1979,
		ago: 15,
		isolatedAfterHours: 50,
		by: 0,
		kind: 'probable',
		...met(4, 'friend', 'event'),
	},
	{
		name: 'Mai Thị Thảo',
		birthYear: 1991,
		ago: 14,
		isolatedAfterHours: 100,
		by: 0,
		kind: 'probable',
		...met(3, 'friend', 'event'),
	},
	{ name: 'Lương Thế Vinh', birthYear: 1962, ago: 14, by: 0, kind: 'possible', ...met(4, 'stranger', 'event') },
	{
		name: 'Cao Thị Nhung',
		birthYear: 1953,
		ago: 11,
		isolatedAfterHours: 12,
		by: 3,
		kind: 'confirmed',
		...met(3, 'relative', 'home'),
	},
	{
		name: 'Quách Tuấn Anh',
		birthYear: 1995,
		ago: 9,
		isolatedAfterHours: 60,
		by: 4,
		kind: 'probable',
		...met(4, 'work', 'work'),
	},
	{
		name: 'Tạ Thị Bích',
		birthYear: 1998,
		ago: 8,
		isolatedAfterHours: 10,
		by: 4,
		kind: 'probable',
		...met(3, 'work', 'work'),
	},
	{
		name: 'Hà Đình Phúc',
		birthYear: 1970,
		ago: 5,
		isolatedAfterHours: 8,
		by: 7,
		kind: 'possible',
		...met(2, 'customer', 'food-drink'),
	},
	// Fell ill before whoever is said to have infected them: a link to look at again.
	{ name: 'Đinh Thị Kiều', birthYear: 1977, ago: 13, by: 8, kind: 'possible', ...met(1, 'unknown', 'unknown') },
];

function met(metBefore: number, relation: Link['relation'], setting: Link['setting']) {
	return { metBefore, relation, setting };
}

/** Opens the cases of an outbreak and says who infected whom; the last of them may have infected one that is known. */
export async function addDemoChain(
	platform: Platform,
	{ officer, areaId, today, knownCase }: { officer: Caller; areaId: number; today: string; knownCase: string },
): Promise<void> {
	const { db, keys, clock } = platform;
	const ids: string[] = [];
	for (const { name, birthYear, ago, isolatedAfterHours, by, ...one } of demoCases) {
		const profile = { fullName: name.toUpperCase(), birthYear, areaId };
		const person = await saveProfile({ db, keys, now: clock.now() }, { relation: 'imported', profile });
		const onsetOn = shiftDay(today, -ago);
		const isolatedAt = new Date(startOfDay(onsetOn).getTime() + (isolatedAfterHours ?? 0) * 3_600_000).toISOString();
		const { caseId } = await call(platform, openCase, officer, {
			...{ person, areaId, classification: by === undefined || one.kind !== 'possible' ? 'confirmed' : 'probable' },
			...{ rule: 'qd-5053', onsetOn, purpose: 'Truy vết tiếp xúc' },
			...(isolatedAfterHours ? { isolatedAt } : {}),
		});
		ids.push(caseId);
		if (by === undefined) continue;
		const { kind = 'possible', metBefore = 0, relation, setting } = one;
		const link = { kind, contactOn: shiftDay(onsetOn, -metBefore), relation, setting };
		await call(platform, setLink, officer, { caseId, infectorCaseId: ids[by]!, ...link });
	}
	await call(platform, setLink, officer, { caseId: knownCase, infectorCaseId: ids[9]!, kind: 'possible' });
}
