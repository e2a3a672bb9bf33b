import type { Text } from '#shared/language';

export const stateWords: Record<string, Text> = {
	coming: { vi: 'chưa bắt đầu', en: 'not begun' },
	asymptomatic: { vi: 'không triệu chứng', en: 'no symptoms' },
	symptomatic: { vi: 'có triệu chứng', en: 'symptoms' },
	'not-reported': { vi: 'chưa báo', en: 'not reported' },
	'needs-review': { vi: 'cần xem xét', en: 'needs review' },
	'due-to-end': { vi: 'sắp kết thúc', en: 'due to end' },
	ended: { vi: 'đã kết thúc', en: 'ended' },
	moved: { vi: 'đã chuyển đi', en: 'moved' },
};

export const stateLooks: Record<string, string> = {
	symptomatic: 'red',
	'not-reported': 'amber',
	asymptomatic: 'green',
};

export const signWords: Record<string, Text> = {
	none: { vi: 'khoẻ', en: 'well' },
	fever: { vi: 'sốt', en: 'fever' },
	cough: { vi: 'ho', en: 'cough' },
	'difficulty-breathing': { vi: 'khó thở', en: 'difficulty breathing' },
	'chest-pain': { vi: 'đau ngực', en: 'chest pain' },
	'sore-throat': { vi: 'đau họng', en: 'sore throat' },
	fatigue: { vi: 'mệt mỏi, đau người', en: 'fatigue, body pain' },
	headache: { vi: 'đau đầu', en: 'headache' },
	'loss-of-smell': { vi: 'mất mùi, mất vị', en: 'loss of smell' },
	diarrhoea: { vi: 'tiêu chảy', en: 'diarrhoea' },
	rash: { vi: 'phát ban', en: 'rash' },
	'red-eyes': { vi: 'đỏ mắt', en: 'red eyes' },
	'runny-nose': { vi: 'chảy nước mũi', en: 'runny nose' },
	other: { vi: 'có triệu chứng (chưa rõ)', en: 'symptoms (not told which)' },
	temperature: { vi: 'nhiệt độ cao', en: 'high temperature' },
	'positive-test': { vi: 'xét nghiệm dương tính', en: 'positive test' },
};

export const channelWords: Record<string, Text> = {
	self: { vi: 'tự báo', en: 'themself' },
	household: { vi: 'người nhà báo', en: 'somebody at home' },
	'sms-link': { vi: 'qua đường dẫn tin nhắn', en: 'link in a message' },
	'sms-answer': { vi: 'trả lời tin nhắn', en: 'answered a message' },
	'staff-round': { vi: 'cán bộ đi thăm', en: 'an officer’s round' },
	'phone-call': { vi: 'qua điện thoại', en: 'by phone' },
};

export const attemptWords: Record<string, Text> = {
	reached: { vi: 'đã gặp', en: 'reached' },
	'no-answer': { vi: 'không trả lời', en: 'no answer' },
	'wrong-number': { vi: 'sai số', en: 'wrong number' },
	visited: { vi: 'đã đến tận nơi', en: 'visited' },
};

export const dutyKinds: Record<string, Text> = {
	isolation: { vi: 'cách ly', en: 'isolation' },
	cordon: { vi: 'vùng khoanh', en: 'cordon' },
	contact: { vi: 'tiếp xúc ca bệnh', en: 'contact of a case' },
};

/** What to say of an officer's entries on these pages. */
export const watchFaults: Record<string, Text> = {
	note: { vi: 'Hãy ghi đã làm gì, từ 3 đến 500 chữ', en: 'Say what was done, in 3 to 500 letters' },
	purpose: {
		vi: 'Hãy ghi mục đích, từ 5 đến 500 chữ; người được xem sẽ đọc được',
		en: 'Say why, in 5 to 500 letters; the person will read it',
	},
	outcome: { vi: 'Hãy chọn kết quả', en: 'Choose what came of it' },
};
