import { formatDay, formatMoment } from '#shared/language';

/** A contact as it is printed. The form is Vietnamese with English below, as those who fill it in work. */
export interface PrintedContact {
	contactId: string;
	name: string;
	gender?: string;
	born?: string;
	phone?: string;
	address?: string;
	level: number;
	origin: string;
	minutes?: number;
	firstExposedAt?: string;
	lastExposedAt: string;
	places: { name: string; minutes: number }[];
	followFrom?: string;
	followUntil?: string;
}

export const genders: Record<string, string> = { male: 'Nam', female: 'Nữ', other: 'Khác' };

export const exposure = ({ firstExposedAt, lastExposedAt }: PrintedContact): string =>
	`${firstExposedAt ? `${formatMoment(new Date(firstExposedAt))} – ` : ''}${formatMoment(new Date(lastExposedAt))}`;

export const whereTo = ({ places, origin }: PrintedContact): string =>
	places.map(({ name, minutes }) => `${name} (${minutes} phút)`).join('; ') ||
	(origin === 'visit' ? '' : 'theo lời kể của ca bệnh');

/** The days of a follow-up, at most 21, from its first. */
export function daysOf({ followFrom, followUntil }: PrintedContact): string[] {
	if (!followFrom || !followUntil) return Array.from({ length: 14 }, () => '');
	const first = Date.parse(followFrom);
	const length = Math.min(21, Math.round((Date.parse(followUntil) - first) / 86_400_000) + 1);
	return Array.from({ length }, (_, index) => formatDay(new Date(first + index * 86_400_000)).slice(0, 5));
}
