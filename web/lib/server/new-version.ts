import { createHash } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { Problem } from '#platform/problem';
import { formatDay, startOfDay, type Text } from '#shared/language';
import { askOrReturn, type FieldTexts } from './ask.ts';

/** A field of a form that makes a version; `words` says what its codes mean. */
export interface VersionField {
	field: string;
	label: Text;
	words?: Readonly<Record<string, Text>>;
}

/** Where entries differ from the version they follow, in the order of the form. */
export function differencesOf(
	fields: readonly VersionField[],
	before: Readonly<Record<string, string>>,
	values: Readonly<Record<string, string>>,
) {
	const shown = ({ words }: VersionField, value: string): Text =>
		words?.[value] ?? { vi: listed(value, words, 'vi'), en: listed(value, words, 'en') };
	return fields
		.filter(({ field }) => (before[field] ?? '') !== (values[field] ?? ''))
		.map((one) => ({
			label: one.label,
			before: shown(one, before[one.field] ?? ''),
			now: shown(one, values[one.field] ?? ''),
		}));
}

const listed = (value: string, words: VersionField['words'], language: 'vi' | 'en'): string =>
	(/^\d{4}-\d\d-\d\d$/.test(value) ? formatDay(startOfDay(value)) : value)
		.split(', ')
		.map((code) => words?.[code]?.[language] ?? code)
		.join(', ') || '–';

/**
 * Keeps a new version after it was shown beside the one it follows: entries sent for the first time come back with where
 * they differ, and sent again unchanged they are kept. What follows nothing is kept at once.
 */
export async function keepVersion<T>(
	event: RequestEvent,
	form: {
		fields: readonly VersionField[];
		before: Readonly<Record<string, string>> | undefined;
		values: Record<string, string>;
		/** What was sent of `seen`, the mark of the entries that were shown. */
		seen: string;
	},
	work: () => Promise<T>,
	texts: FieldTexts,
) {
	const { fields, before, values } = form;
	const mark = createHash('sha256').update(JSON.stringify(values)).digest('base64url');
	if (before && form.seen !== mark) return { values, seen: mark, differences: differencesOf(fields, before, values) };
	return askOrReturn(event, values, work, texts);
}

/** A number as people write it, with a comma or a point. Throws `invalid-input` for anything else. */
export function readNumber(values: Readonly<Record<string, string>>, field: string): number {
	const text = (values[field] ?? '').replace(',', '.');
	const value = Number(text);
	if (!text || Number.isNaN(value)) throw new Problem('invalid-input', { field });
	return value;
}

/** A number that may be left out. */
export const readOptional = (values: Readonly<Record<string, string>>, field: string): number | undefined =>
	values[field] ? readNumber(values, field) : undefined;
