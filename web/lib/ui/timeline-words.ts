import { formatDay, formatMoment, formatNumber, type Language, say, startOfDay, type Text } from '#shared/language';
import { callOutcomes } from './alert-words.ts';
import { classifications, closingReasons, outcomes, sources, testKinds, testResults } from './case-words.ts';
import { isolationKinds } from './restriction-words.ts';
import { attemptWords } from './watch-words.ts';

/** What `cases.get-timeline` tells of one event. */
export interface TimelineEvent {
	at: string;
	kind: string;
	until?: string;
	value?: string;
	/** What an authority did, where no kind tells it. */
	title?: Text;
	count?: number;
	places?: number;
	by?: string;
	note?: string;
	before?: Record<string, unknown>;
	after?: Record<string, unknown>;
}

const titles: Record<string, Text> = {
	onset: { vi: 'Khởi phát', en: 'Onset' },
	opened: { vi: 'Mở ca', en: 'Case opened' },
	isolated: { vi: 'Bắt đầu cách ly', en: 'Isolated' },
	outcome: { vi: 'Kết cục', en: 'Outcome' },
	sampled: { vi: 'Lấy mẫu', en: 'Sampled' },
	result: { vi: 'Có kết quả', en: 'Result' },
	decided: { vi: 'Bác sĩ quyết định', en: 'Clinician decided' },
	ordered: { vi: 'Lệnh cách ly', en: 'Isolation order' },
	declared: { vi: 'Khai báo y tế', en: 'Declared' },
	visited: { vi: 'Vào ra', en: 'Went out' },
	attempted: { vi: 'Trạm y tế liên lạc', en: 'The station got in touch' },
	called: { vi: 'Gọi báo tin', en: 'Called' },
	looked: { vi: 'Xem hồ sơ', en: 'Looked at' },
	changed: { vi: 'Sửa hồ sơ', en: 'Changed' },
	closed: { vi: 'Kết thúc ca', en: 'Case closed' },
	reopened: { vi: 'Mở lại ca', en: 'Case opened again' },
};

/** What an authority did, as short as a list of many needs it; an act without words here is told as its operation is. */
export const acts: Readonly<Record<string, Text>> = {
	'contacts.record-found': { vi: 'Lập danh sách người cùng nơi', en: 'Listed who shared a place' },
	'contacts.expand': { vi: 'Tìm F2, F3', en: 'Derived F2, F3' },
	'contacts.review': { vi: 'Xem xét người tiếp xúc', en: 'Reviewed contacts' },
	'contacts.undo-review': { vi: 'Hoàn tác lần xem xét', en: 'Undid a review' },
	'interviews.add': { vi: 'Ghi người theo lời kể', en: 'Wrote down whom the case met' },
	'alerts.draft-alert': { vi: 'Soạn cảnh báo', en: 'Began an alert' },
	'venues.propose-notice': { vi: 'Đề nghị thông báo địa điểm', en: 'Proposed a notice of a place' },
	'chains.set-link': { vi: 'Ghi mối lây', en: 'Said who infected whom' },
	'chains.remove-link': { vi: 'Bỏ mối lây', en: 'Removed a link' },
	'exports.order': { vi: 'Đặt xuất danh sách', en: 'Ordered an export' },
	'proposals.propose-contacts': { vi: 'Đề nghị cách ly người tiếp xúc', en: 'Proposed contacts for isolation' },
};

const levels: Record<string, Text> = {
	green: { vi: 'xanh', en: 'green' },
	amber: { vi: 'vàng', en: 'amber' },
	red: { vi: 'đỏ', en: 'red' },
};

const decisions: Record<string, Text> = {
	'is-disease': { vi: 'đúng là bệnh này', en: 'it is the disease' },
	'is-not': { vi: 'không phải bệnh này', en: 'it is not the disease' },
};

const values: Record<string, Record<string, Text>> = {
	outcome: outcomes,
	sampled: testKinds,
	result: testResults,
	decided: decisions,
	ordered: isolationKinds,
	declared: levels,
	attempted: attemptWords,
	called: callOutcomes,
	closed: closingReasons,
};

/** `Có kết quả: dương tính`. */
export function timelineTitle({ kind, value, title: own }: TimelineEvent, language: Language): string {
	if (own) return say(own, language);
	const title = say(titles[kind] ?? { vi: kind, en: kind }, language);
	const words = value === undefined ? undefined : values[kind]?.[value];
	return words ? `${title}: ${say(words, language)}` : title;
}

const fields: Record<string, { name: Text; words?: Record<string, Text> }> = {
	classification: { name: { vi: 'Phân loại', en: 'Classification' }, words: classifications },
	onset_on: { name: { vi: 'Khởi phát', en: 'Onset' } },
	sampled_on: { name: { vi: 'Lấy mẫu', en: 'Sampled' } },
	isolated_at: { name: { vi: 'Cách ly', en: 'Isolated' } },
	outcome: { name: { vi: 'Kết cục', en: 'Outcome' }, words: outcomes },
	outcome_on: { name: { vi: 'Ngày của kết cục', en: 'Day of the outcome' } },
	source: { name: { vi: 'Nguồn phát hiện', en: 'Source' }, words: sources },
	occupation: { name: { vi: 'Nghề nghiệp', en: 'Occupation' } },
	outbreak_id: { name: { vi: 'Ổ dịch', en: 'Outbreak' } },
};

/** `Khởi phát: 20/11/2026 → 21/11/2026`, a line for each field that changed. */
export function changeInWords(
	{ kind, before = {}, after = {} }: TimelineEvent,
	language: Language,
	outbreaks: Readonly<Record<string, Text>> = {},
): string[] {
	if (kind !== 'changed') return [];
	return Object.keys(after).flatMap((field) => {
		const known = fields[field];
		if (!known) return [];
		const words = field === 'outbreak_id' ? outbreaks : known.words;
		const show = (value: unknown) => valueInWords(value, words, language);
		return [`${say(known.name, language)}: ${show(before[field])} → ${show(after[field])}`];
	});
}

function valueInWords(value: unknown, words: Record<string, Text> | undefined, language: Language): string {
	if (value === null || value === undefined) return language === 'vi' ? 'chưa ghi' : 'not given';
	const text = String(value);
	if (words?.[text]) return say(words[text], language);
	if (/^\d{4}-\d\d-\d\d$/.test(text)) return formatDay(startOfDay(text));
	return /^\d{4}-\d\d-\d\dT/.test(text) ? formatMoment(new Date(text)) : text;
}

/** How many of what an event is about: `3 lượt, 2 địa điểm`. */
export function countInWords({ kind, count, places = 0 }: TimelineEvent, language: Language): string {
	if (!count) return '';
	const number = formatNumber(count, language);
	const t = (vi: string, en: string) => (language === 'vi' ? vi : en);
	if (kind === 'looked') return `${number} ${t('lần', count === 1 ? 'time' : 'times')}`;
	if (kind === 'done') return `${number} ${t('người', count === 1 ? 'person' : 'people')}`;
	const where = `${formatNumber(places, language)} ${t('địa điểm', places === 1 ? 'place' : 'places')}`;
	return `${number} ${t('lượt', count === 1 ? 'visit' : 'visits')}, ${where}`;
}
