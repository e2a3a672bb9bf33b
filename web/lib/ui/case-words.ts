import type { Text } from '#shared/language';

/** What is thought of a case, from the least to the most certain. */
export const classifications: Record<string, Text> = {
	suspected: { vi: 'Nghi ngờ', en: 'Suspected' },
	probable: { vi: 'Có thể', en: 'Probable' },
	confirmed: { vi: 'Xác định', en: 'Confirmed' },
	discarded: { vi: 'Loại trừ', en: 'Discarded' },
};

export const outcomes: Record<string, Text> = {
	recovered: { vi: 'Khỏi bệnh', en: 'Recovered' },
	died: { vi: 'Tử vong', en: 'Died' },
	unknown: { vi: 'Không rõ', en: 'Unknown' },
};

/** How a case was found. */
export const sources: Record<string, Text> = {
	screening: { vi: 'Sàng lọc', en: 'Screening' },
	'contact-tracing': { vi: 'Truy vết', en: 'Contact tracing' },
	border: { vi: 'Cửa khẩu', en: 'Border' },
	'self-report': { vi: 'Tự báo', en: 'Self-report' },
	hospital: { vi: 'Bệnh viện', en: 'Hospital' },
	other: { vi: 'Khác', en: 'Other' },
};

export const testKinds: Record<string, Text> = {
	pcr: { vi: 'PCR', en: 'PCR' },
	antigen: { vi: 'Kháng nguyên (test nhanh)', en: 'Antigen (rapid)' },
	antibody: { vi: 'Kháng thể', en: 'Antibody' },
	culture: { vi: 'Nuôi cấy', en: 'Culture' },
	other: { vi: 'Khác', en: 'Other' },
};

export const testResults: Record<string, Text> = {
	pending: { vi: 'Đang chờ', en: 'Pending' },
	positive: { vi: 'Dương tính', en: 'Positive' },
	negative: { vi: 'Âm tính', en: 'Negative' },
	invalid: { vi: 'Không hợp lệ', en: 'Invalid' },
};

/** Why a case is followed no more. */
export const closingReasons: Record<string, Text> = {
	finished: { vi: 'Đã xong', en: 'Finished' },
	discarded: { vi: 'Loại trừ: không phải bệnh này', en: 'Discarded: not the disease' },
	moved: { vi: 'Chuyển địa bàn khác', en: 'Led by another area' },
	twice: { vi: 'Trùng với ca khác', en: 'The same as another case' },
	mistake: { vi: 'Mở nhầm', en: 'Opened by mistake' },
};

/** What to say of an officer's entries that cannot be. */
export const caseFaults: Record<string, Text> = {
	value: { vi: 'Hãy nhập số cần tìm', en: 'Enter the number to look for' },
	purpose: {
		vi: 'Hãy ghi mục đích, từ 5 đến 500 chữ; người liên quan sẽ đọc được',
		en: 'Say why, in 5 to 500 letters; the person concerned will read it',
	},
	person: { vi: 'Hãy chọn một người', en: 'Choose a person' },
	areaId: { vi: 'Hãy chọn địa bàn chủ trì', en: 'Choose the leading area' },
	classification: { vi: 'Hãy chọn phân loại', en: 'Choose the classification' },
	rule: { vi: 'Hãy chọn quy tắc truy vết của bệnh này', en: 'Choose a rule of this disease' },
	onsetOn: {
		vi: 'Ngày khởi phát phải trong vòng một năm qua, không ở tương lai',
		en: 'The day of onset must lie within the past year, not in the future',
	},
	sampledOn: {
		vi: 'Ngày lấy mẫu phải trong vòng một năm qua, không ở tương lai',
		en: 'The day of sampling must lie within the past year, not in the future',
	},
	isolatedAt: {
		vi: 'Lúc bắt đầu cách ly phải trong vòng một năm qua, không ở tương lai',
		en: 'The time of isolation must lie within the past year, not in the future',
	},
	outcomeOn: {
		vi: 'Ngày của kết cục phải có kết cục, sau ngày khởi phát, không ở tương lai',
		en: 'The day of the outcome needs an outcome, after the onset and not in the future',
	},
	outbreakId: {
		vi: 'Hãy chọn ổ dịch của cùng bệnh, trong địa bàn này, chưa kết thúc',
		en: 'Choose an outbreak of this disease, in this area, that goes on',
	},
	reason: { vi: 'Hãy ghi lý do, từ 5 đến 500 chữ', en: 'Say why, in 5 to 500 letters' },
	sampledAt: { vi: 'Lúc lấy mẫu không được ở tương lai', en: 'The time of sampling must not lie in the future' },
	resultAt: {
		vi: 'Lúc có kết quả phải sau lúc lấy mẫu, không ở tương lai; đang chờ thì bỏ trống',
		en: 'The time of the result must lie after the sampling, not in the future; leave it empty while pending',
	},
	kind: { vi: 'Hãy chọn loại xét nghiệm', en: 'Choose the kind of test' },
	result: { vi: 'Hãy chọn kết quả', en: 'Choose the result' },
	laboratory: { vi: 'Hãy ghi tên phòng xét nghiệm', en: 'Name the laboratory' },
	sampleId: { vi: 'Hãy ghi mã mẫu', en: 'Enter the sample’s number' },
	decidedBy: { vi: 'Hãy ghi bác sĩ hoặc cơ quan quyết định', en: 'Name the clinician or the office' },
	decidedOn: { vi: 'Ngày quyết định phải trong vòng một năm qua', en: 'The day must lie within the past year' },
	isDisease: { vi: 'Hãy chọn: có phải bệnh này không', en: 'Choose whether it is the disease' },
	closing: { vi: 'Hãy chọn lý do kết thúc', en: 'Choose why it is closed' },
	decision: { vi: 'Hãy ghi đã quyết định gì, dựa vào đâu', en: 'Say what was decided, and on what' },
};
