import type { Text } from '#shared/language';
import type { PersonReading } from '#web/gate/gate.ts';
import type { Outcome, Shape } from '#web/ui/outcomes.ts';
import { outcomes } from '#web/ui/outcomes.ts';

export type Look = 'green' | 'amber' | 'red' | 'grey';

/** What fills the screen. Colour, shape and word each say it alone. */
export interface GuardScreen {
	look: Look;
	shape: Shape;
	word: Text;
	/** What the guard does now. */
	next: Text;
}

/** How far the device's knowledge can be relied on: a bundle past its age makes "valid" into "not sure". */
export interface Certainty {
	isDegraded: boolean;
	bundleAgeMinutes: number;
}

/** What a guard is told of one person: the words on the visitor's own phone are said to somebody else. */
export function tellGuard(
	{ verdict, direction, reasons }: Pick<PersonReading, 'verdict' | 'direction' | 'reasons'>,
	certainty: Certainty,
): GuardScreen {
	if (direction === 'out') return verdict === 'red' ? calledOnLeaving : screenOf('left', 'grey');
	if (certainty.isDegraded && verdict === 'green') return notSure(certainty.bundleAgeMinutes);
	if (verdict === 'amber' && reasons.some(({ code }) => code === 'cannot-look-up')) return notLookedUp;
	return screenOf(verdict, verdict === 'not-declared' ? 'red' : verdict);
}

/** An authority looks for somebody who is on their way out: nobody is held, and the station is called all the same. */
const calledOnLeaving: GuardScreen = {
	look: 'red',
	shape: 'octagon',
	word: { vi: 'GỌI TRẠM Y TẾ', en: 'CALL THE STATION' },
	next: {
		vi: 'Đã ghi lượt ra. Mời người này đợi riêng, đeo khẩu trang, và gọi trạm y tế hoặc 1900 9095.',
		en: 'Their leaving is recorded. Ask them to wait apart with a mask on, and call the health station or 1900 9095.',
	},
};

/** The place is full: only the guard's word lets one more in. */
export const fullScreen: GuardScreen = {
	look: 'amber',
	shape: 'triangle',
	word: { vi: 'ĐÃ ĐỦ NGƯỜI', en: 'FULL' },
	next: { vi: 'Mời đợi đến khi có người ra.', en: 'Ask them to wait until somebody leaves.' },
};

/** What was shown is no person's code. */
export const faultScreen: Pick<GuardScreen, 'look' | 'shape' | 'word'> = {
	look: 'grey',
	shape: 'triangle',
	word: { vi: 'CHƯA NHẬN ĐƯỢC', en: 'NOT TAKEN' },
};

export const ageInHours = (minutes: number): Text => {
	const hours = Math.floor(minutes / 60);
	return { vi: `dữ liệu cũ ${hours} giờ`, en: `data ${hours} hours old` };
};

function notSure(minutes: number): GuardScreen {
	const age = ageInHours(minutes);
	return {
		look: 'amber',
		shape: 'triangle',
		word: { vi: 'CHƯA CHẮC', en: 'NOT SURE' },
		next: {
			vi: `Mã đúng, nhưng máy này dùng ${age.vi}. Bạn quyết định; hãy nối mạng để máy cập nhật.`,
			en: `The code is right, but this device works with ${age.en}. You decide; connect it to update.`,
		},
	};
}

/** A card without a network: nothing is known of whoever shows it, good or bad. */
const notLookedUp: GuardScreen = {
	look: 'amber',
	shape: 'triangle',
	word: { vi: 'CHƯA CHẮC', en: 'NOT SURE' },
	next: {
		vi: 'Đã ghi lượt vào. Hỏi người này đã khai báo chưa; bạn quyết định.',
		en: 'Their entry is recorded. Ask whether they have declared; you decide.',
	},
};

/** Reasons whose words the screen says already, larger. */
export const saidByScreen: ReadonlySet<string> = new Set(['call-health-station', 'not-declared']);

const screenOf = (outcome: Outcome, look: Look): GuardScreen => ({
	look,
	shape: outcomes[outcome].shape,
	word: outcomes[outcome].word,
	next: nextForGuard[outcome],
});

const nextForGuard: Record<Outcome, Text> = {
	green: { vi: 'Mời vào.', en: 'Let them in.' },
	left: { vi: 'Đã ghi lượt ra.', en: 'Their leaving is recorded.' },
	'not-inside': {
		vi: 'Chưa ghi nhận lượt vào nào ở đây hôm nay; lượt ra vẫn được ghi.',
		en: 'No entry was recorded here today; the leaving is recorded all the same.',
	},
	amber: {
		vi: 'Được vào. Nhắc đeo khẩu trang và giữ khoảng cách.',
		en: 'They may go in. Ask them to wear a mask and keep their distance.',
	},
	'not-declared': {
		vi: 'Chưa cho vào. Khai hộ ngay tại đây, hoặc hỏi mã gửi tới số điện thoại của họ.',
		en: 'Not yet. Declare for them here, or ask for the code sent to their phone.',
	},
	red: {
		vi: 'Không cho vào. Mời người này ở riêng, đeo khẩu trang, và gọi trạm y tế hoặc 1900 9095.',
		en: 'Do not let them in. Ask them to stay apart with a mask on, and call the health station or 1900 9095.',
	},
};
