import { fold, normalise } from '#shared/text/vietnamese';

/** How people shorten what sort of unit it is, and one city's name. */
const short: readonly [RegExp, string][] = [
	[/^(tp\.?\s*)?(hcm|hồ chí minh)$/i, 'Thành phố Hồ Chí Minh'],
	[/^tp\.?\s+|^tp\./i, 'Thành phố '],
	[/^tt\.?\s+|^tt\./i, 'Thị trấn '],
	[/^tx\.?\s+|^tx\./i, 'Thị xã '],
	[/^đk\.?\s+|^đk\./i, 'Đặc khu '],
	[/^p\.\s*|^p\s+/i, 'Phường '],
	[/^x\.\s*|^x\s+/i, 'Xã '],
	[/^q\.\s*|^q\s+/i, 'Quận '],
	[/^h\.\s*|^h\s+/i, 'Huyện '],
	[/^t\.\s*/i, 'Tỉnh '],
];

/** A unit as people write it, with what sort of unit it is written out: `P. Ba Đình` is `Phường Ba Đình`. */
export function writeOut(written: string): string {
	const text = normalise(written);
	const [pattern, whole] = short.find(([one]) => one.test(text)) ?? [];
	return pattern ? text.replace(pattern, whole!) : text;
}

/** What a name is looked up by. */
export const nameKey = (written: string): string =>
	fold(writeOut(written))
		.replace(/[’']/g, '')
		.replace(/[\s-]+/g, ' ');
