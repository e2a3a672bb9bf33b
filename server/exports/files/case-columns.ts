import { column, localTime } from './column.ts';
import type { CaseRecord } from './records.ts';
import { whoColumns } from './who-columns.ts';
import { say, sayIn } from './words.ts';

const newest = ({ tests: [test] }: CaseRecord) => test;

/** A line list: a row for each case. */
export const caseColumns = (isRevealed: boolean) => [
	column<CaseRecord>('Số ca · Case number', 18, ({ number }) => number),
	column<CaseRecord>('Mã người · Person', 22, ({ person }) => person && `P${person}`),
	...whoColumns<CaseRecord>(isRevealed, ({ who }) => who),
	column<CaseRecord>('Bệnh · Disease', 14, ({ disease }) => disease),
	column<CaseRecord>('Phân loại · Classification', 18, sayIn('classification')),
	column<CaseRecord>('Mã địa bàn · Area code', 12, ({ area }) => area?.code),
	column<CaseRecord>('Địa bàn · Area', 36, ({ area }) => area?.fullName.vi),
	column<CaseRecord>('Ngày khởi phát · Onset', 14, ({ onsetOn }) => onsetOn),
	column<CaseRecord>('Ngày lấy mẫu · Sampled', 14, ({ sampledOn }) => sampledOn),
	column<CaseRecord>('Cách ly lúc · Isolated', 20, ({ isolatedAt }) => localTime(isolatedAt)),
	column<CaseRecord>('Báo lúc · Reported', 20, ({ openedAt }) => localTime(openedAt)),
	column<CaseRecord>('Nguồn phát hiện · Found by', 20, sayIn('source')),
	column<CaseRecord>('Nghề nghiệp · Occupation', 20, ({ occupation }) => occupation),
	column<CaseRecord>('Xét nghiệm gần nhất · Newest test', 16, (record) => newest(record)?.kind),
	column<CaseRecord>('Lấy mẫu lúc · Sampled at', 20, (record) => localTime(momentOf(newest(record)?.sampledAt))),
	column<CaseRecord>('Kết quả · Result', 14, (record) => say('result', newest(record)?.result)),
	column<CaseRecord>('Kết cục · Outcome', 14, sayIn('outcome')),
	column<CaseRecord>('Ngày kết cục · Outcome on', 14, ({ outcomeOn }) => outcomeOn),
	column<CaseRecord>('Ổ dịch · Outbreak', 24, ({ outbreak }) => outbreak),
	column<CaseRecord>('Đóng lúc · Closed', 20, ({ closedAt }) => localTime(closedAt)),
	column<CaseRecord>('Quy tắc, phiên bản · Rule, version', 18, ({ rule, ruleVersion }) => `${rule}, ${ruleVersion}`),
];

const momentOf = (text: string | undefined) => (text === undefined ? undefined : new Date(text));
