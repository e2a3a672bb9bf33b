import type { Text } from '#shared/language';
import { caseFaults } from './case-words.ts';

/** Where somebody in isolation stays (NĐ 165/2026 Đ14-20). */
export const isolationKinds: Record<string, Text> = {
	home: { vi: 'Tại nhà, nơi lưu trú', en: 'At home' },
	site: { vi: 'Cơ sở cách ly tập trung', en: 'An isolation site' },
	clinic: { vi: 'Cơ sở khám bệnh, chữa bệnh', en: 'A hospital or clinic' },
	gate: { vi: 'Cửa khẩu', en: 'A border gate' },
	elsewhere: { vi: 'Nơi khác', en: 'Elsewhere' },
};

export const orderStates: Record<string, Text> = {
	coming: { vi: 'chưa bắt đầu', en: 'not begun' },
	'in-force': { vi: 'đang hiệu lực', en: 'in force' },
	over: { vi: 'đã kết thúc', en: 'over' },
};

/** Who decides on isolation, by the kind of place. */
export const offices: Record<string, Text> = {
	'commune-chair': { vi: 'Chủ tịch UBND cấp xã', en: 'The commune’s chair' },
	'facility-head': { vi: 'Người đứng đầu cơ sở khám chữa bệnh', en: 'The head of the clinic' },
	'gate-authority': { vi: 'Cơ quan ở cửa khẩu', en: 'The authority of the border gate' },
};

/** Why somebody is proposed. */
export const causes: Record<string, Text> = {
	case: { vi: 'mắc hoặc nghi mắc bệnh', en: 'has the disease, or may have it' },
	contact: { vi: 'tiếp xúc với ca bệnh', en: 'met a case' },
	arrival: { vi: 'đến từ nơi khác', en: 'arrived from elsewhere' },
};

/** The decisions and notices that are printed (NĐ 165/2026, Phụ lục IV). */
export const paperForms: Record<string, Text> = {
	'mau-02': { vi: 'Quyết định cách ly tại nhà (Mẫu 02)', en: 'Decision: at home (form 02)' },
	'mau-03': { vi: 'Quyết định cách ly tại cửa khẩu (Mẫu 03)', en: 'Decision: at a border gate (form 03)' },
	'mau-04': { vi: 'Quyết định cách ly tại cơ sở, nơi khác (Mẫu 04)', en: 'Decision: at a site or elsewhere (form 04)' },
	'mau-05': { vi: 'Quyết định kéo dài cách ly (Mẫu 05)', en: 'Decision: extension (form 05)' },
	'mau-06': { vi: 'Quyết định chuyển nơi cách ly (Mẫu 06)', en: 'Decision: transfer (form 06)' },
	'mau-07': { vi: 'Quyết định cách ly tại cơ sở khám chữa bệnh (Mẫu 07)', en: 'Decision: at a clinic (form 07)' },
	'mau-08': { vi: 'Phiếu chuyển người cách ly (Mẫu 08)', en: 'Letter of transfer (form 08)' },
	'mau-09': { vi: 'Biên bản bàn giao người cách ly (Mẫu 09)', en: 'Record of handing over (form 09)' },
	'thong-bao': { vi: 'Thông báo cho công an, tổ trưởng', en: 'Notice to the police and the neighbourhood' },
};

export const stepWords: Record<string, Text> = {
	list: { vi: 'Lập danh sách', en: 'List' },
	decision: { vi: 'Quyết định', en: 'Decision' },
	notice: { vi: 'Thông báo', en: 'Notices' },
};

/** Who is told of a decision, and how. */
export const toldWords: Record<string, Text> = {
	person: { vi: 'người cách ly', en: 'the person' },
	relatives: { vi: 'người thân', en: 'relatives' },
	police: { vi: 'công an xã', en: 'the commune’s police' },
	'ward-leader': { vi: 'tổ trưởng, trưởng thôn', en: 'the neighbourhood’s leader' },
	consulate: { vi: 'Cục Lãnh sự', en: 'the consular department' },
};
export const howWords: Record<string, Text> = {
	'in-person': { vi: 'gặp trực tiếp', en: 'in person' },
	paper: { vi: 'văn bản', en: 'on paper' },
	phone: { vi: 'điện thoại', en: 'by phone' },
	message: { vi: 'tin nhắn', en: 'by message' },
};

/** What was done about an order. */
export const orderSteps: Record<string, Text> = {
	issued: { vi: 'Ra lệnh', en: 'Issued' },
	held: { vi: 'Tạm giữ chờ quyết định', en: 'Kept until it is decided' },
	extended: { vi: 'Kéo dài', en: 'Extended' },
	transferred: { vi: 'Chuyển nơi cách ly', en: 'Transferred' },
	bed: { vi: 'Xếp giường', en: 'Bed' },
	ended: { vi: 'Kết thúc', en: 'Ended' },
};

export const outcomeWords: Record<string, Text> = {
	completed: { vi: 'hoàn thành', en: 'completed' },
	early: { vi: 'kết thúc sớm', en: 'ended early' },
	decided: { vi: 'đã có quyết định', en: 'decided' },
};

export const resultWords: Record<string, Text> = {
	pending: { vi: 'chờ kết quả', en: 'pending' },
	positive: { vi: 'dương tính', en: 'positive' },
	negative: { vi: 'âm tính', en: 'negative' },
	invalid: { vi: 'hỏng mẫu', en: 'invalid' },
};

export const missingWords: Record<string, Text> = {
	days: { vi: 'chưa đủ ngày', en: 'days are not done' },
	tests: { vi: 'chưa đủ xét nghiệm âm tính', en: 'negative tests are missing' },
	positive: { vi: 'xét nghiệm dương tính', en: 'a positive test' },
	symptoms: { vi: 'còn triệu chứng', en: 'symptoms' },
};

export const bedSexes: Record<string, Text> = {
	any: { vi: 'chung', en: 'anybody' },
	female: { vi: 'nữ', en: 'women' },
	male: { vi: 'nam', en: 'men' },
};
export const bedStates: Record<string, Text> = {
	usable: { vi: 'dùng được', en: 'usable' },
	cleaning: { vi: 'đang dọn', en: 'being cleaned' },
	broken: { vi: 'hỏng', en: 'broken' },
};

export const cordonStates: Record<string, Text> = {
	announced: { vi: 'sắp bắt đầu', en: 'announced' },
	'in-force': { vi: 'đang khoanh vùng', en: 'cordoned' },
	over: { vi: 'đã kết thúc', en: 'over' },
};

/** What to say of an officer's entries about orders, cordons and sightings that cannot be. */
export const restrictionFaults: Record<string, Text> = {
	...caseFaults,
	reason: {
		vi: 'Hãy ghi lý do, từ 5 đến 500 chữ; người liên quan sẽ đọc được',
		en: 'Say why, in 5 to 500 letters; the person concerned will read it',
	},
	note: { vi: 'Hãy ghi đã làm gì, từ 3 đến 500 chữ', en: 'Say what was done, in 3 to 500 letters' },
	areaId: { vi: 'Hãy chọn địa bàn', en: 'Choose the area' },
	kind: { vi: 'Hãy chọn nơi cách ly', en: 'Choose where the person stays' },
	disease: { vi: 'Hãy ghi bệnh và chế độ cách ly', en: 'Enter the disease and the regime' },
	decidedBy: { vi: 'Hãy ghi ai ra quyết định', en: 'Enter who decided' },
	decisionNumber: { vi: 'Hãy ghi số quyết định', en: 'Enter the number of the decision' },
	contact: {
		vi: 'Hãy ghi một số điện thoại, ví dụ 024 3825 1234, hoặc bỏ trống',
		en: 'Enter a phone number, for example 024 3825 1234, or leave it empty',
	},
	fromOn: {
		vi: 'Ngày bắt đầu phải trong vòng 60 ngày qua hoặc 30 ngày tới',
		en: 'The first day must lie within the past 60 or the next 30 days',
	},
	untilOn: {
		vi: 'Ngày cuối phải từ hôm nay trở đi, không trước ngày bắt đầu, không quá một năm',
		en: 'The last day must be today or later, not before the first, and within a year of it',
	},
	regime: { vi: 'Hãy chọn chế độ cách ly', en: 'Choose the regime' },
	cause: { vi: 'Hãy chọn vì sao cần cách ly', en: 'Choose why' },
	knownAt: {
		vi: 'Lúc biết phải trong vòng 7 ngày qua, không ở tương lai',
		en: 'It must have been known within the past 7 days, not in the future',
	},
	proposals: { vi: 'Hãy chọn ít nhất một người', en: 'Choose somebody' },
	orders: { vi: 'Hãy chọn ít nhất một người', en: 'Choose somebody' },
	whom: { vi: 'Hãy chọn đã báo cho ai', en: 'Choose who was told' },
	how: { vi: 'Hãy chọn đã báo bằng cách nào', en: 'Choose how they were told' },
	toldAt: {
		vi: 'Lúc báo phải sau quyết định, không ở tương lai',
		en: 'They were told after the decision, not in the future',
	},
	bedId: { vi: 'Hãy chọn giường', en: 'Choose a bed' },
	name: { vi: 'Hãy ghi tên, từ 3 chữ', en: 'Enter the name, in 3 letters or more' },
	address: { vi: 'Hãy ghi địa chỉ, từ 3 chữ', en: 'Enter the address, in 3 letters or more' },
	file: { vi: 'Hãy chọn tệp XLSX hoặc CSV', en: 'Choose a file, XLSX or CSV' },
	body: {
		vi: 'Hãy viết lời văn từ 20 chữ, chỉ dùng các từ trong ngoặc nhọn đã liệt kê',
		en: 'Write the text, 20 letters or more, with no {words} but those listed',
	},
	title: { vi: 'Hãy ghi tiêu đề', en: 'Enter the title' },
	source: { vi: 'Hãy ghi căn cứ', en: 'Enter where it comes from' },
	part: {
		vi: 'Hãy ghi tên tổ, thôn từ 2 chữ, hoặc bỏ trống',
		en: 'Enter the part in 2 letters or more, or leave it empty',
	},
	from: {
		vi: 'Lúc bắt đầu phải trong vòng 90 ngày qua hoặc 30 ngày tới',
		en: 'The beginning must lie within the past 90 or the next 30 days',
	},
	until: {
		vi: 'Lúc kết thúc phải sau lúc bắt đầu, không quá một năm',
		en: 'The end must be after the beginning, within a year of it',
	},
	noticeAt: { vi: 'Lúc thông báo không thể ở tương lai', en: 'The notice cannot lie in the future' },
	decision: { vi: 'Hãy ghi số quyết định kết thúc và lý do', en: 'Enter the number of the decision and why' },
};
