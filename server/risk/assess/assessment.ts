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

/** "12,5 ≥ 10": what was found beside what is asked. */
export const compared = (value: number, { atLeast, above }: Reaching): Text => {
	const [sign, threshold] = above === undefined ? ['≥', atLeast!] : ['>', above];
	const said = (language: 'vi' | 'en') =>
		[value, threshold].map((number) => formatNumber(Math.round(number * 100) / 100, language)).join(` ${sign} `);
	return {
		vi: said('vi'),
		en: said('en'),
	};
};

export const sentence = (vi: string, en: string): Text => ({ vi, en });

/** Per 100,000 people; undefined where nobody knows how many live there. */
export const per100k = (count: number, population: number | undefined): number | undefined =>
	population ? (count * 100_000) / population : undefined;
