const minute = 60_000;
let lastMinute = Number.NaN;
let lastText = '';

/**
 * A moment in UTC, the same text as `toISOString` in a tenth of its time: what is written together happened in about the
 * same minute, and that is formatted once. Formatting dates was a fifth of what recording a visit cost.
 */
export function isoText(at: Date): string {
	const time = at.getTime();
	const inMinute = Math.floor(time / minute);
	if (inMinute !== lastMinute) {
		lastText = at.toISOString().slice(0, -7);
		lastMinute = inMinute;
	}
	const milliseconds = time - inMinute * minute;
	return `${lastText}${milliseconds < 10_000 ? '0' : ''}${(milliseconds / 1_000).toFixed(3)}Z`;
}
