import type { Text } from '../language.ts';
import { readNationalCode } from './national-code.ts';
import { personalPrefix } from './personal-code.ts';
import { readPlaceCode, readPlaceUrl } from './place-code.ts';

/** One kind of code a person or a wall can show. */
export interface Format {
	name: 'personal' | 'place' | 'national';
	title: Text;
	/** Whether a text is of this kind, by its looks; signatures are checked by who acts on it. */
	recognises(text: string): boolean;
}

export const formats: readonly Format[] = [
	{
		name: 'personal',
		title: { vi: 'Mã cá nhân Vaora', en: 'Vaora personal code' },
		recognises: (text) => text.trim().startsWith(personalPrefix),
	},
	{
		name: 'place',
		title: { vi: 'Mã địa điểm', en: 'Place code' },
		recognises: (text) => (readPlaceUrl(text) ?? readPlaceCode(text)) !== undefined,
	},
	{
		name: 'national',
		title: { vi: 'Mã QR cá nhân quốc gia (QĐ 1405)', en: 'National personal QR code (QĐ 1405)' },
		recognises: (text) => readNationalCode(text) !== undefined,
	},
];

/** Which kind of code a text is; undefined when it is none we know. */
export const recognise = (text: string): Format | undefined => formats.find((format) => format.recognises(text));
