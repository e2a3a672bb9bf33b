import { readPhone } from '#shared/phone';
import { sameAs } from './aliases.ts';
import type { Profile, Store } from './profile.ts';
import { selectPersonsAtPhone, selectReaches } from './queries-reach.ts';

/** How somebody is told something. */
export interface Reach {
	/** Their own phone, or that of the account which declares for them; E.164. */
	phone?: string;
	/** Of their home commune. */
	areaPath?: string;
	language: 'vi' | 'en';
	/** Whether anybody can read what is told in the app. */
	hasAccount: boolean;
}

/**
 * How people are reached, to be asked at the moment of sending and not kept. Unknown ids are absent. What an id does not
 * know, the other ids of the same person do: a card that stayed has no phone, the declaration that went has one.
 */
export async function listReaches(store: Store, persons: readonly string[]): Promise<Map<string, Reach>> {
	const same = await sameAs(store.db, persons);
	const reaches = await readReaches(store, [...new Set([...same.values()].flat())]);
	return new Map(
		[...same].flatMap(([person, [, ...others]]): [string, Reach][] => {
			const own = reaches.get(person);
			if (!own) return [];
			const known = others.flatMap((id) => reaches.get(id) ?? []);
			return [[person, known.length ? filledFrom(own, known) : own]];
		}),
	);
}

function filledFrom(own: Reach, others: readonly Reach[]): Reach {
	const phone = own.phone ?? others.find((one) => one.phone)?.phone;
	const areaPath = own.areaPath ?? others.find((one) => one.areaPath)?.areaPath;
	return {
		...(phone ? { phone } : {}),
		...(areaPath ? { areaPath } : {}),
		language: own.language,
		hasAccount: own.hasAccount || others.some((one) => one.hasAccount),
	};
}

async function readReaches({ db, keys }: Store, persons: readonly string[]): Promise<Map<string, Reach>> {
	const rows = await db.rows(selectReaches(persons));
	return new Map(
		rows.map((row) => {
			const { phone: own, nationality = 'VN' } = JSON.parse(keys.decrypt(row.profile_sealed)) as Profile;
			const phone = own ? readPhoneFast(own) : undefined;
			const reached = phone ?? (row.phone_sealed ? keys.decrypt(row.phone_sealed) : undefined);
			return [
				row.person_id,
				{
					...(reached ? { phone: reached } : {}),
					...(row.area_path ? { areaPath: row.area_path } : {}),
					language: nationality === 'VN' ? 'vi' : 'en',
					hasAccount: row.phone_sealed !== null,
				},
			];
		}),
	);
}

/** Profiles hold phones as E.164 already; only one that was imported otherwise is worth reading. */
const readPhoneFast = (phone: string): string | undefined =>
	/^\+84[35789]\d{8}$/.test(phone) ? phone : readPhone(phone);

/** Everybody who is reached at a phone number, by every id of theirs. */
export async function findAtPhone({ db, keys }: Store, phone: string): Promise<string[]> {
	const e164 = readPhone(phone);
	if (!e164) return [];
	const rows = await db.rows(selectPersonsAtPhone(keys.hash('phone', e164)));
	const same = await sameAs(
		db,
		rows.map((row) => row.person_id),
	);
	return [...new Set([...same.values()].flat())];
}
