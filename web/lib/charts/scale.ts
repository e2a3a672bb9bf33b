/** Round numbers from 0 to at least `most`, about four of them: where an axis has its marks. */
export function ticks(most: number, count = 4): number[] {
	if (!(most > 0)) return [0, 1];
	const rough = most / count;
	const power = 10 ** Math.floor(Math.log10(rough));
	const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= rough - 1e-9)!;
	const marks = Array.from({ length: Math.ceil(most / step - 1e-9) + 1 }, (_, index) => index * step);
	return marks.map((mark) => Number(mark.toPrecision(10)));
}

/** Whole-number marks: nobody is half a case. */
export const wholeTicks = (most: number): number[] => [...new Set(ticks(Math.max(most, 1)).filter(Number.isInteger))];

/** Every so many of a row of labels that about `room` of them are left, the first among them. */
export const everyNth = (length: number, room: number): number => Math.max(1, Math.ceil(length / room));
