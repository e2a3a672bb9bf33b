import { readPhone } from '../phone.ts';
import { normalise, upper } from '../text/vietnamese.ts';
import type { Field } from './compile.ts';

/** An answer as it is kept. What cannot be understood stays as it was typed, so that it can be shown again. */
export function tidyAnswer(field: Field, given: string): string {
	switch (field.kind) {
		case 'textarea':
			return given
				.split(/\r\n?|\n/)
				.map(normalise)
				.join('\n')
				.trim();
		case 'tel':
			return readPhone(given) ?? normalise(given);
		case 'number':
			return tidyNumber(given);
		case 'date':
			return tidyDay(given);
		case 'confirm':
			// What a browser sends for a ticked box that has no value of its own.
			return given === 'on' ? 'true' : normalise(given);
		default:
			return tidyText(field, given);
	}
}

function tidyText(field: Field, given: string): string {
	const text = field.isCompact ? normalise(given).replace(/[\s.\p{Pd}]/gu, '') : normalise(given);
	return field.isCapitals ? upper(text) : text;
}

/** `38,5` as people write it in Viet Nam is 38.5; `０１９８７` is 1987. */
function tidyNumber(given: string): string {
	const text = given.normalize('NFKC').trim();
	return /^[+-]?\d{1,9}([.,]\d{1,6})?$/.test(text) ? String(Number(text.replace(',', '.')) || 0) : text;
}

/** `24/11/2026`, `24-11-2026` and `24.11.2026` become `2026-11-24`. */
function tidyDay(given: string): string {
	const text = given.normalize('NFKC').trim();
	const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
	const written = year ? `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}` : text;
	return isDay(written) ? written : text;
}

/** Whether `YYYY-MM-DD` is a day of the calendar. */
export function isDay(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const at = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
