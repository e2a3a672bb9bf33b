let lastMinute = '';
let lastTime = 0;

const [zero, dot] = ['0'.charCodeAt(0), '.'.charCodeAt(0)];

/**
 * A moment as PostgreSQL writes it in a session that speaks UTC: `2026-11-24 01:05:00.123+00`. Rows that are read
 * together happened in about the same minute, and that is parsed once, as `isoText` formats it once. Anything else
 * (another offset, before our era, a year of five digits, infinity) is left to the language.
 */
export function readMoment(text: string): Date {
	const end = text.length - 3;
	// 16 characters of minute, `:05`, perhaps a point and up to six digits, `+00`.
	if (end < 19 || end > 26 || text[4] !== '-' || text[13] !== ':' || !text.endsWith('+00')) return parsed(text);
	const minute = text.slice(0, 16);
	if (minute !== lastMinute) {
		const time = Date.parse(`${minute.slice(0, 10)}T${minute.slice(11)}Z`);
		if (Number.isNaN(time)) return parsed(text);
		lastMinute = minute;
		lastTime = time;
	}
	let milliseconds = (digit(text, 17) * 10 + digit(text, 18)) * 1_000;
	if (text.charCodeAt(19) === dot)
		for (let at = 20, worth = 100; at < end && worth >= 1; at++, worth /= 10) milliseconds += digit(text, at) * worth;
	return new Date(lastTime + milliseconds);
}

const digit = (text: string, at: number) => text.charCodeAt(at) - zero;

function parsed(text: string): Date {
	const moment = text.endsWith('+00') ? new Date(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`) : new Date(text);
	return Number.isNaN(moment.getTime()) ? new Date(text) : moment;
}
