import { formatNumber, type Text } from '#shared/language';

/** The level a rule makes of the facts, with why in words. */
export interface Assessment {
	level: number;
	reasons: Text[];
}

/** What of a threshold is asked: a number it reaches, or is above. */
export interface Reaching {
	atLeast?: number;
	above?: number;
}

export const reaches = (value: number, { atLeast, above }: Reaching): boolean =>
	(atLeast === undefined || value >= atLeast) &&
	(above === undefined || value > above) &&
	(atLeast !== undefined || above !== undefined);

/** `12,5 (ngưỡng: từ 10)`: what was found beside what is asked, as the public reads it; alone where nothing is reached. */
export const compared = (value: number, asked: Reaching | undefined): Text => {
	const n = (number: number, language: 'vi' | 'en') => formatNumber(Math.round(number * 100) / 100, language);
	if (!asked) return { vi: n(value, 'vi'), en: n(value, 'en') };
	const { atLeast, above } = asked;
	const [vi, en] =
		above === undefined
			? [`từ ${n(atLeast!, 'vi')}`, `${n(atLeast!, 'en')} or more`]
			: [`trên ${n(above, 'vi')}`, `more than ${n(above, 'en')}`];
	return { vi: `${n(value, 'vi')} (ngưỡng: ${vi})`, en: `${n(value, 'en')} (threshold: ${en})` };
};

export const sentence = (vi: string, en: string): Text => ({ vi, en });

/** Per 100,000 people; undefined where nobody knows how many live there. */
export const per100k = (count: number, population: number | undefined): number | undefined =>
	population ? (count * 100_000) / population : undefined;
