import { normaliseKey, type Profile } from '#identity';
import { type Facts, nameWords } from './score.ts';

/** What of a profile is compared; undefined for somebody known only by an import's reference, which is no name. */
export function toFacts(profile: Profile): Facts | undefined {
	if (profile.reference !== undefined || !profile.fullName.trim()) return undefined;
	const number = (kind: 'document' | 'insurance' | 'phone', value: string | undefined) =>
		value === undefined ? undefined : normaliseKey(kind, value);
	return {
		name: profile.fullName,
		birth: profile.birthDate ?? profile.birthYear?.toString(),
		gender: profile.gender,
		phone: number('phone', profile.phone),
		document: number('document', profile.documentNumber),
		insurance: number('insurance', profile.healthInsuranceNumber),
		areaId: profile.areaId,
	};
}

/**
 * What two must share to be compared: the words of the name in any order, with the year of birth but for one digit, or
 * with the commune. A year of one wrong digit shares two of its three, the right one all. Numbers are found by their own.
 */
export function blocksOf({ name, birth, areaId }: Facts): string[] {
	const words = nameWords(name).join(' ');
	const year = birth?.slice(0, 4);
	const years = year ? [1, 2, 3].map((place) => `${year.slice(0, place)}*${year.slice(place + 1)}`) : [];
	return [...years.map((one) => `${words}|${one}`), ...(areaId === undefined ? [] : [`${words}|area ${areaId}`])];
}
