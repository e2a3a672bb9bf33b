import { fold, upper } from '#shared/text/vietnamese';

/** What is compared of somebody. */
export interface Facts {
	name: string;
	/** `1987` or `1987-03-12`. */
	birth?: string;
	gender?: string;
	phone?: string;
	/** As it is compared: capitals without spaces. */
	document?: string;
	insurance?: string;
	areaId?: number;
}

/** What speaks for or against two being one, with its weight. */
const weights = {
	'name-same': 40,
	'name-folded': 36,
	'name-order': 32,
	'name-typo': 25,
	'name-shorter': 20,
	'birth-same': 20,
	'birth-swapped': 18,
	'birth-digit': 12,
	'birth-other': -30,
	'gender-other': -15,
	'document-same': 50,
	'document-digit': 10,
	'document-other': -35,
	'insurance-same': 40,
	'phone-same': 20,
	'area-same': 5,
};
export type Reason = keyof typeof weights;

/** From here on a pair is worth an officer's look. */
export const scoreMin = 60;

/**
 * How likely two records are one person, 0 to 100, and why. Names alone never suffice: a commune has many called Nguyễn
 * Thị Hương. Two whose names have nothing in common are not one, whatever they share: a family shares a phone.
 */
export function score(one: Facts, other: Facts): { score: number; reasons: Reason[] } {
	const name = compareNames(one.name, other.name);
	if (!name) return { score: 0, reasons: [] };
	const reasons = [
		name,
		compareBirths(one.birth, other.birth),
		isOther(one.gender, other.gender) ? ('gender-other' as const) : undefined,
		compareDocuments(one.document, other.document),
		isSame(one.insurance, other.insurance) ? ('insurance-same' as const) : undefined,
		isSame(one.phone, other.phone) ? ('phone-same' as const) : undefined,
		isSame(one.areaId, other.areaId) ? ('area-same' as const) : undefined,
	].filter((reason) => reason !== undefined);
	const sum = reasons.reduce((total, reason) => total + weights[reason], 0);
	return { score: Math.max(0, Math.min(100, sum)), reasons };
}

const isSame = <T>(one: T | undefined, other: T | undefined) => one !== undefined && one === other;
const isOther = <T>(one: T | undefined, other: T | undefined) =>
	one !== undefined && other !== undefined && one !== other;

/** The words of a name without diacritics, in the order of the alphabet: the same however the name is turned round. */
export const nameWords = (name: string): string[] => fold(name).split(' ').filter(Boolean).sort();

function compareNames(one: string, other: string): Reason | undefined {
	if (upper(one) === upper(other)) return 'name-same';
	const [first, second] = [fold(one), fold(other)];
	if (first === second) return 'name-folded';
	const [words, otherWords] = [nameWords(one), nameWords(other)];
	if (words.join(' ') === otherWords.join(' ')) return 'name-order';
	if (isOneEditApart(first, second)) return 'name-typo';
	const [fewer, more] = words.length < otherWords.length ? [words, otherWords] : [otherWords, words];
	const isPart = fewer.length >= 2 && more.length > fewer.length && fewer.every((word) => more.includes(word));
	return isPart && lastWord(first) === lastWord(second) ? 'name-shorter' : undefined;
}

const lastWord = (name: string) => name.slice(name.lastIndexOf(' ') + 1);

function compareBirths(one: string | undefined, other: string | undefined): Reason | undefined {
	if (!one || !other) return undefined;
	const length = Math.min(one.length, other.length);
	const [first, second] = [one.slice(0, length), other.slice(0, length)];
	if (first === second) return 'birth-same';
	const [year, month, day] = first.split('-');
	if (day && `${year}-${day}-${month}` === second) return 'birth-swapped';
	return digitsApart(first, second) === 1 ? 'birth-digit' : 'birth-other';
}

function compareDocuments(one: string | undefined, other: string | undefined): Reason | undefined {
	if (!one || !other) return undefined;
	if (one === other) return 'document-same';
	return one.length >= 9 && digitsApart(one, other) === 1 ? 'document-digit' : 'document-other';
}

/** At how many places two texts of the same length differ; more than any when their lengths do. */
function digitsApart(one: string, other: string): number {
	if (one.length !== other.length) return Number.POSITIVE_INFINITY;
	return [...one].filter((digit, index) => digit !== other[index]).length;
}

/** Whether one letter was changed, left out, added, or two beside each other changed places. */
export function isOneEditApart(one: string, other: string): boolean {
	const [short, long] = one.length <= other.length ? [one, other] : [other, one];
	if (long.length - short.length > 1 || one === other) return false;
	let start = 0;
	while (start < short.length && short[start] === long[start]) start++;
	const rest = (text: string, from: number) => text.slice(from);
	if (long.length > short.length) return rest(short, start) === rest(long, start + 1);
	if (rest(short, start + 1) === rest(long, start + 1)) return true;
	const isTurned = short[start] === long[start + 1] && short[start + 1] === long[start];
	return isTurned && rest(short, start + 2) === rest(long, start + 2);
}
