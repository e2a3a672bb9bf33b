import { Problem } from '#platform/problem';

export const seatsMax = 1_000;

/**
 * The seats of a vehicle or hall as people write them: names between spaces or commas, and series from one to another
 * (`1-45`; `1A-12D` is twelve rows of four). Throws `invalid-input` on `seats` for what is none of these, a seat named
 * twice, or more than a thousand.
 */
export function readSeatLabels(text: string): string[] {
	const labels = text
		.toUpperCase()
		.split(/[\s,;]+/)
		.filter(Boolean)
		.flatMap(readSeries);
	const isFaulty = !labels.length || labels.length > seatsMax || new Set(labels).size < labels.length;
	if (isFaulty || labels.some((label) => !seat.test(label))) throw new Problem('invalid-input', { field: 'seats' });
	return labels;
}

const seat = /^[0-9A-Z]{1,6}$/;
const series = /^(\d{1,3})([A-Z]?)-(\d{1,3})([A-Z]?)$/;

function readSeries(written: string): string[] {
	const [, from, fromLetter = '', to, toLetter = ''] = series.exec(written) ?? [];
	if (from === undefined || to === undefined) return [written];
	const isWhole = Number(from) <= Number(to) && fromLetter <= toLetter && !fromLetter === !toLetter;
	if (!isWhole) return [written];
	const letters = fromLetter ? lettersBetween(fromLetter, toLetter) : [''];
	const rows = Array.from({ length: Number(to) - Number(from) + 1 }, (_none, index) => Number(from) + index);
	return rows.flatMap((row) => letters.map((letter) => `${row}${letter}`));
}

function lettersBetween(from: string, to: string): string[] {
	const length = to.charCodeAt(0) - from.charCodeAt(0) + 1;
	return Array.from({ length }, (_none, index) => String.fromCharCode(from.charCodeAt(0) + index));
}
