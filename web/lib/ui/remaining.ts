import type { Language } from '#shared/language';

/** How long until something is due, or since it was: `còn 1 giờ 05 phút`, `quá hạn 12 phút`. */
export function remaining(dueAt: Date, now: Date, language: Language): string {
	const minutes = Math.floor(Math.abs(dueAt.getTime() - now.getTime()) / 60_000);
	const long = inWords(minutes, language);
	if (dueAt < now) return language === 'vi' ? `quá hạn ${long}` : `${long} late`;
	return language === 'vi' ? `còn ${long}` : `${long} left`;
}

function inWords(minutes: number, language: Language): string {
	const [days, hours, rest] = [Math.floor(minutes / 1_440), Math.floor(minutes / 60) % 24, minutes % 60];
	const [day, hour, minute] = language === 'vi' ? ['ngày', 'giờ', 'phút'] : ['d', 'h', 'min'];
	if (days) return `${days} ${day} ${hours} ${hour}`;
	if (hours) return `${hours} ${hour} ${String(rest).padStart(2, '0')} ${minute}`;
	return `${rest} ${minute}`;
}
