import type { Text } from '#shared/language';

export type Outcome = 'green' | 'amber' | 'red' | 'not-declared' | 'left' | 'not-inside';
export type Shape = 'circle' | 'triangle' | 'octagon';

interface Look {
	look: 'green' | 'amber' | 'red' | 'grey';
	shape: Shape;
	/** The word of a full screen. */
	word: Text;
	/** The same among several people. */
	short: Text;
	next: Text;
}

/** What a door answers, from the lightest to the gravest. Colour, shape and word each say it alone. */
export const outcomes: Record<Outcome, Look> = {
	left: {
		look: 'grey',
		shape: 'circle',
		word: { vi: 'ĐÃ RA', en: 'YOU LEFT' },
		short: { vi: 'đã ra', en: 'left' },
		next: { vi: 'Tạm biệt, hẹn gặp lại.', en: 'Goodbye.' },
	},
	green: {
		look: 'green',
		shape: 'circle',
		word: { vi: 'ĐƯỢC VÀO', en: 'GO IN' },
		short: { vi: 'được vào', en: 'go in' },
		next: {
			vi: 'Mời vào. Khi ra, quét lại mã và bấm RA.',
			en: 'Please go in. Scan again when you leave and press OUT.',
		},
	},
	'not-inside': {
		look: 'grey',
		shape: 'triangle',
		word: { vi: 'CHƯA VÀO', en: 'NOT INSIDE' },
		short: { vi: 'chưa vào', en: 'not inside' },
		next: { vi: 'Chưa ghi nhận lượt vào nào ở đây hôm nay.', en: 'No entry was recorded here today.' },
	},
	amber: {
		look: 'amber',
		shape: 'triangle',
		word: { vi: 'CẦN LƯU Ý', en: 'TAKE CARE' },
		short: { vi: 'được vào, cần lưu ý', en: 'go in, take care' },
		next: {
			vi: 'Được vào. Đeo khẩu trang, giữ khoảng cách; gọi trạm y tế nếu thấy nặng hơn.',
			en: 'You may go in. Wear a mask, keep your distance; call the health station if it gets worse.',
		},
	},
	'not-declared': {
		look: 'red',
		shape: 'octagon',
		word: { vi: 'CHƯA KHAI BÁO', en: 'DECLARE FIRST' },
		short: { vi: 'chưa khai báo', en: 'declare first' },
		next: { vi: 'Hãy khai báo rồi bấm VÀO lại.', en: 'Declare, then press IN again.' },
	},
	red: {
		look: 'red',
		shape: 'octagon',
		word: { vi: 'DỪNG LẠI', en: 'STOP' },
		short: { vi: 'dừng lại', en: 'stop' },
		next: {
			vi: 'Chưa vào. Ở riêng, đeo khẩu trang và gọi trạm y tế nơi bạn ở ngay, hoặc 1900 9095.',
			en: 'Do not go in. Stay apart, wear a mask and call your health station now, or 1900 9095.',
		},
	},
};

/** What to do about amber that says nothing of somebody's health. */
const nextAtDoor: Record<string, Text> = {
	'place-full': {
		vi: 'Hãy hỏi nhân viên trước khi vào. Nếu không vào nữa, bấm RA.',
		en: 'Ask the staff before you go in. If you do not, press OUT.',
	},
	'seat-taken': {
		vi: 'Hãy xem lại số ghế trên vé, hoặc hỏi nhân viên.',
		en: 'Look again at the seat on your ticket, or ask the staff.',
	},
};

/** What to do next: for a reason of the door alone what mends that, else what the outcome says. */
export function nextOf(outcome: Outcome, reasons: readonly string[]): Text {
	const isOfDoor = outcome === 'amber' && reasons.length > 0 && reasons.every((reason) => reason in nextAtDoor);
	return isOfDoor ? nextAtDoor[reasons[0]!]! : outcomes[outcome].next;
}

const fromLightest = Object.keys(outcomes) as Outcome[];

/** The gravest of several people's outcomes: the screen at a door says that one. */
export const gravest = (given: readonly Outcome[]): Outcome =>
	fromLightest.findLast((outcome) => given.includes(outcome)) ?? 'green';
