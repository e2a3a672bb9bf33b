import type { Text } from '#shared/language';

export interface PlanBed {
	bedId: string;
	room: string;
	bed: string;
	sex: string;
	state: string;
	taken?: { orderId: string; maskedName: string; state?: string };
}

/** How a bed looks: a colour, and a letter for who does not see colours. */
export interface Look {
	name: string;
	letter: string;
	label: Text;
}

const looks = {
	free: { name: 'free', letter: '', label: { vi: 'trống', en: 'free' } },
	closed: { name: 'closed', letter: '×', label: { vi: 'không dùng được', en: 'not usable' } },
	well: { name: 'well', letter: 'K', label: { vi: 'không triệu chứng', en: 'no symptoms' } },
	ill: { name: 'ill', letter: 'T', label: { vi: 'có triệu chứng', en: 'symptoms' } },
	silent: { name: 'silent', letter: '?', label: { vi: 'chưa báo', en: 'not reported' } },
	review: { name: 'review', letter: '!', label: { vi: 'cần xem xét', en: 'needs review' } },
	due: { name: 'due', letter: 'H', label: { vi: 'sắp kết thúc', en: 'due to end' } },
} satisfies Record<string, Look>;

export const legend: readonly Look[] = Object.values(looks);

const byState: Record<string, Look> = {
	...{ asymptomatic: looks.well, coming: looks.well, symptomatic: looks.ill, 'not-reported': looks.silent },
	...{ 'needs-review': looks.review, 'due-to-end': looks.due },
};

export function lookOf({ state, taken }: PlanBed): Look {
	if (taken) return byState[taken.state ?? ''] ?? looks.well;
	return state === 'usable' ? looks.free : looks.closed;
}

/** In units of the drawing; a bed is a square with its name under it. */
const bed = { width: 44, height: 56, gap: 8 };
const room = { padding: 10, head: 24, gap: 14 };
const bedsAcross = 4;

export interface PlanRoom {
	name: string;
	sex: string;
	x: number;
	y: number;
	width: number;
	height: number;
	beds: (PlanBed & { x: number; y: number; look: Look })[];
}

/** The rooms of a floor side by side in rows no wider than `width`, each with its beds; what was given in order stays so. */
export function planFloor(beds: readonly PlanBed[], width: number): { rooms: PlanRoom[]; height: number } {
	const byRoom = Map.groupBy(beds, (one) => one.room);
	const rooms: PlanRoom[] = [];
	let [x, y, rowHeight] = [0, 0, 0];
	for (const [name, own] of byRoom) {
		const across = Math.min(own.length, bedsAcross);
		const down = Math.ceil(own.length / bedsAcross);
		const size = {
			width: Math.max(across * (bed.width + bed.gap) - bed.gap, 90) + 2 * room.padding,
			height: room.head + down * (bed.height + bed.gap) - bed.gap + 2 * room.padding,
		};
		if (x > 0 && x + size.width > width) [x, y, rowHeight] = [0, y + rowHeight + room.gap, 0];
		rooms.push({
			name,
			sex: own[0]!.sex,
			x,
			y,
			...size,
			beds: own.map((one, index) => placeBed(one, index, { x, y })),
		});
		x += size.width + room.gap;
		rowHeight = Math.max(rowHeight, size.height);
	}
	return { rooms, height: y + rowHeight };
}

const placeBed = (one: PlanBed, index: number, { x, y }: { x: number; y: number }) => ({
	...one,
	x: x + room.padding + (index % bedsAcross) * (bed.width + bed.gap),
	y: y + room.padding + room.head + Math.floor(index / bedsAcross) * (bed.height + bed.gap),
	look: lookOf(one),
});
