/**
 * Whether a regular expression from a questionnaire may be run on what people type. A backtracking engine needs time
 * that grows with the product of all ways to match, so only what keeps that product small is allowed: characters and
 * classes, each perhaps repeated; groups that do not repeat; at most two repeats and four alternatives in all. With
 * answers of at most 1,000 characters that is some million steps. Both flags must accept it: `u` here, `v` in browsers.
 */
export function isSafePattern(pattern: string): boolean {
	if (pattern.length > 200 || !grammar.test(pattern)) return false;
	const bare = pattern
		.replace(/\\p\{\w+\}/g, 'p')
		.replace(/\\./g, 'x')
		.replace(/\[[^\]]*\]/g, 'c')
		.replaceAll('(?:', '(');
	const repeats = bare.match(/[*+]|\{\d+,/g)?.length ?? 0;
	const choices = bare.match(/[?|]/g)?.length ?? 0;
	return repeats <= 2 && choices <= 4 && compiles(pattern, 'u') && compiles(pattern, 'v');
}

/** The longest answer such an expression may be run on. */
export const patternLengthMax = 1_000;

const escaped = String.raw`\\(?:p\{\w+\}|[dswDSW^$.*+?()[\]{}|/\\-])`;
const atom = String.raw`(?:\[(?:[^[\]\\]|${escaped})+\]|${escaped}|[^\\()[\]{}*+?.^$|]|\.)`;
const piece = String.raw`${atom}(?:[*+?]|\{\d{1,3}(?:,\d{0,3})?\})?`;
const group = String.raw`\((?:\?:)?(?:${piece})*(?:\|(?:${piece})*)*\)\??`;
const grammar = new RegExp(`^(?:${piece}|${group})*$`);

function compiles(pattern: string, flag: string): boolean {
	try {
		return Boolean(new RegExp(pattern, flag));
	} catch {
		return false;
	}
}
