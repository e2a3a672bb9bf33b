import type { Text } from '#shared/language';
import { fold } from '#shared/text/vietnamese';

/** A column of a table people fill in. */
export interface Column extends Text {
	/** Further names, folded. */
	others: readonly string[];
	isRequired: boolean;
}

export const column = (vi: string, en: string, others: readonly string[] = [], isRequired = false): Column => ({
	...{ vi, en, others, isRequired },
});

/** What a file of faulty rows has beside its own columns: to be read by people only. */
export const mendColumn: Text = { vi: 'Cần sửa', en: 'To be mended' };

/** How headings are compared: no diacritics, letter case, remarks in brackets, places in a list or signs. */
export const headingKey = (written: string): string =>
	fold(written)
		.replace(/\(.*?\)|\[\d*\]/g, ' ')
		.replace(/[^a-z0-9]+/g, ' ')
		.trim();

/** Which column a heading means: Vietnamese or English, with or without diacritics, in any letter case. */
export function headingReader<Name extends string>(columns: Readonly<Record<Name, Column>>) {
	const names = new Map<string, Name | 'mend'>(
		(Object.keys(columns) as Name[]).flatMap((name) => {
			const { vi, en, others } = columns[name];
			return [name, vi, en, ...others].map((one) => [headingKey(one), name] as const);
		}),
	);
	for (const one of [mendColumn.vi, mendColumn.en]) names.set(headingKey(one), 'mend');
	return (written: string): Name | 'mend' | undefined => names.get(headingKey(written));
}
