import { getAreas } from '#areas';
import { ageBand } from '#cases';
import { listProfiles, maskedName, type Profile, toAddress } from '#identity';
import type { Db } from '#platform/db';
import type { Keys } from '#platform/keys';
import { displayPhone } from '#shared/phone';
import type { Who } from './files/records.ts';
import type { Names } from './order-fields.ts';

/** Who some people are, masked or whole. Whoever calls it has said so in the audit log. */
export async function readPeople(
	{ db, keys, year }: { db: Db; keys: Keys; year: number },
	persons: readonly string[],
	names: Names,
): Promise<Map<string, Who>> {
	const profiles = await listProfiles({ db, keys }, [...new Set(persons)]);
	const areas = await getAreas(
		db,
		[...profiles.values()].flatMap(({ areaId }) => areaId ?? []),
	);
	const common = (profile: Profile): Omit<Who, 'name'> => ({
		gender: profile.gender,
		ageBand: profile.birthYear === undefined ? undefined : ageBand(profile.birthYear, year),
		commune: areas.get(profile.areaId ?? 0)?.fullName.vi,
	});
	const whole = (profile: Profile): Who => ({
		...common(profile),
		name: profile.fullName,
		birthYear: profile.birthYear,
		birthDate: profile.birthDate,
		...(profile.phone ? { phone: displayPhone(profile.phone) } : {}),
		address: toAddress(profile, areas),
	});
	const tell = (profile: Profile): Who =>
		names === 'revealed' ? whole(profile) : { ...common(profile), name: maskedName(profile) };
	return new Map([...profiles].map(([person, profile]) => [person, tell(profile)]));
}

/** Of somebody whose record is gone. */
export const nobody: Who = { name: '***' };
