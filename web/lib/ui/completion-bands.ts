import type { Text } from '#shared/language';

/** How an area stands, by the share that reported: each has a colour, a pattern and words. */
export type Band = 'all' | 'most' | 'half' | 'few' | 'nobody' | 'hidden';

export const bandWords: Record<Band, Text> = {
	all: { vi: 'từ 95 %', en: '95 % and more' },
	most: { vi: '80 % đến dưới 95 %', en: '80 % to below 95 %' },
	half: { vi: '50 % đến dưới 80 %', en: '50 % to below 80 %' },
	few: { vi: 'dưới 50 %', en: 'below 50 %' },
	nobody: { vi: 'không ai phải báo', en: 'nobody is to report' },
	hidden: { vi: 'ẩn vì số nhỏ', en: 'hidden, as numbers are small' },
};

interface Share {
	due: number | null;
	reported: number | null;
}

/** Whole percent, rounded down so that only everybody is 100; undefined where nobody is due or it is hidden. */
export const percentOf = ({ due, reported }: Share): number | undefined =>
	due && reported !== null ? Math.floor((reported * 100) / due) : undefined;

export function bandOf(share: Share): Band {
	if (share.due === 0) return 'nobody';
	const percent = percentOf(share);
	if (percent === undefined) return 'hidden';
	return percent >= 95 ? 'all' : percent >= 80 ? 'most' : percent >= 50 ? 'half' : 'few';
}
