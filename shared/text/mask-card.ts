const letters = new Intl.Segmenter('vi');

/**
 * The given name, which stands last, is hidden with whatever follows it: a full stop, a nickname in brackets. Of a name
 * of one word nothing but its first letter remains, and nothing at all where that would be half of it.
 */
export function maskName(name: string): string {
	const words = name.trim().split(/\s+/u);
	const end = words.findIndex((word) => !/^\p{L}/u.test(word));
	const spoken = end === -1 ? words : words.slice(0, end);
	if (spoken.length > 1) return `${spoken.slice(0, -1).join(' ')} ***`;
	const [first, ...rest] = letters.segment(spoken[0] ?? '');
	return first && rest.length > 1 ? `${first.segment}***` : '***';
}

/** The first six characters of a document number are hidden (QĐ 1405), and never less than half of it. */
export function maskDocument(number: string): string {
	const hidden = Math.max(Math.min(6, number.length), Math.ceil(number.length / 2));
	return '*'.repeat(hidden) + number.slice(hidden);
}
