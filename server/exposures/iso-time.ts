const dayLong = 86_400_000;
const days = new Map<number, string>();
const two = Array.from({ length: 60 }, (_none, number) => String(number).padStart(2, '0'));
const three = Array.from({ length: 1_000 }, (_none, number) => String(number).padStart(3, '0'));

/**
 * What `Date.toISOString` says of a time in milliseconds, for lists of thousands of them: it takes a tenth of the time,
 * since the day's part is remembered.
 */
export function toIso(time: number): string {
	const day = Math.floor(time / dayLong);
	const rest = time - day * dayLong;
	const second = Math.floor(rest / 1_000);
	const clock = `${two[Math.floor(second / 3_600)]}:${two[Math.floor(second / 60) % 60]}:${two[second % 60]}`;
	return `${dayPart(day)}${clock}.${three[rest % 1_000]}Z`;
}

function dayPart(day: number): string {
	const known = days.get(day);
	if (known) return known;
	if (days.size > 1_000) days.clear();
	const part = new Date(day * dayLong).toISOString().slice(0, 11);
	days.set(day, part);
	return part;
}
