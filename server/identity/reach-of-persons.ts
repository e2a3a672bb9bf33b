import { readPhone } from '#shared/phone';
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

/** How people are reached, to be asked at the moment of sending and not kept. Unknown ids are absent. */
export async function listReaches({ db, keys }: Store, persons: readonly string[]): Promise<Map<string, Reach>> {
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

/** Everybody who is reached at a phone number. */
export async function findAtPhone({ db, keys }: Store, phone: string): Promise<string[]> {
	const e164 = readPhone(phone);
	return e164 ? (await db.rows(selectPersonsAtPhone(keys.hash('phone', e164)))).map((row) => row.person_id) : [];
}
