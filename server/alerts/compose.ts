import { createHash } from 'node:crypto';
import { dayOf, formatMoment, formatTime, type Text } from '#shared/language';
import { fold } from '#shared/text/vietnamese';

/** What an officer fills in. */
export interface Filled {
	placeName: string;
	from: Date;
	until: Date;
	advice: Text;
	phone: string;
}

export const placeholders = ['place', 'from', 'until', 'advice', 'phone'] as const;

/** The words of an alert as people read them. On one day the second time stands without its date. */
export function compose(template: Text, { placeName, from, until, advice, phone }: Filled): Text {
	const end = dayOf(from) === dayOf(until) ? formatTime(until) : formatMoment(until);
	const fill = (language: 'vi' | 'en') => {
		const values = {
			place: placeName,
			from: formatMoment(from),
			until: end,
			advice: withStop(advice[language]),
			phone,
		};
		return template[language].replace(/\{(\w+)\}/g, (whole, name) => values[name as keyof typeof values] ?? whole);
	};
	return { vi: fill('vi'), en: fill('en') };
}

const withStop = (sentence: string): string => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`);

/** The same place, times and severity are the same event, however it is advised. */
export const eventOf = (
	severity: string,
	{ placeName, from, until }: Pick<Filled, 'placeName' | 'from' | 'until'>,
): Buffer =>
	createHash('sha256')
		.update([severity, fold(placeName), from.toISOString(), until.toISOString()].join('\0'))
		.digest()
		.subarray(0, 16);

/**
 * Whether words tell who somebody is: the full name in any writing, or the digits of a phone or document. One's given name
 * alone is a word like any other.
 */
export function tellsOf(
	words: string,
	{ fullName, numbers }: { fullName: string; numbers: readonly string[] },
): boolean {
	const said = ` ${fold(words).replace(/[^a-z0-9]+/g, ' ')} `;
	const name = fold(fullName)
		.replace(/[^a-z0-9]+/g, ' ')
		.trim();
	if (name.includes(' ') && said.includes(` ${name} `)) return true;
	const digits = words.replace(/\D/g, '');
	return numbers.some((number) => {
		const last = number.replace(/\D/g, '').slice(-9);
		return last.length >= 8 && digits.includes(last);
	});
}
