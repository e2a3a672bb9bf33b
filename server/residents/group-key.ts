import { fold } from '#shared/text/vietnamese';

const kinds: readonly [pattern: RegExp, kind: string][] = [
	[/^(to dan pho|to dan cu|to tu quan|tdp|to)( so)?\b\.?/, 'to'],
	[/^(khu pho|khu dan cu|kp|khu)( so)?\b\.?/, 'khu'],
	[/^(thon|ap|ban|lang|buon|khom|xom|doi|soc|phum)( so)?\b\.?/, ''],
];

/**
 * How a tổ, thôn, ấp is compared and ordered, however people write it: `Tổ dân phố số 5`, `TDP 5`, `tổ 05` and `5` are
 * one, `Thôn 5` is another; tổ 2 comes before tổ 10.
 */
export function groupKey(written: string): string {
	const text = fold(written)
		.replace(/[^a-z0-9]+/g, ' ')
		.trim();
	for (const [pattern, kind] of kinds) {
		const [found, word] = pattern.exec(text) ?? [];
		if (found !== undefined) return join(kind || word!, text.slice(found.length));
	}
	return /^\d/.test(text) ? join('to', text) : join(text, '');
}

const join = (kind: string, rest: string): string =>
	`${kind} ${rest.trim()}`.trim().replace(/\d+/g, (digits) => String(Number(digits)).padStart(4, '0'));
