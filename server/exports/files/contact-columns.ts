import { type Column, column, localTime } from './column.ts';
import type { ContactRecord, DayRecord, FollowedRecord } from './records.ts';
import { whoColumns } from './who-columns.ts';
import { say, sayIn } from './words.ts';

/** A row for each person who met a case. */
export const contactColumns = <Record extends ContactRecord>(isRevealed: boolean): Column<Record>[] => [
	column('Mã tiếp xúc · Contact', 22, ({ contactId }) => contactId),
	column('Số ca · Case number', 18, ({ caseNumber }) => caseNumber),
	column('Mã người · Person', 22, ({ person }) => `P${person}`),
	...whoColumns<Record>(isRevealed, ({ who }) => who),
	column('Cấp (F) · Level', 8, ({ level }) => `F${level}`),
	column('Biết do đâu · Known by', 22, sayIn('origin')),
	column('Tình trạng · State', 22, sayIn('state')),
	column('Tiếp xúc đầu · First exposed', 20, ({ firstExposedAt }) => localTime(firstExposedAt)),
	column('Tiếp xúc cuối · Last exposed', 20, ({ lastExposedAt }) => localTime(lastExposedAt)),
	column('Số phút cùng nơi · Minutes at a shared place', 14, ({ minutes }) => minutes),
	column('Cùng ở đâu · Shared places', 40, ({ places }) => places?.map(together).join('; ')),
	column('Quy tắc, phiên bản · Rule, version', 18, ({ rule, ruleVersion }) => rule && `${rule}, ${ruleVersion}`),
	column('Xem xét lúc · Reviewed', 20, ({ reviewedAt }) => localTime(reviewedAt)),
	column('Theo dõi từ · Followed from', 14, ({ followFrom }) => followFrom),
	column('Theo dõi đến hết · Followed until', 14, ({ followUntil }) => followUntil),
];

const together = ({ name, minutes }: { name: string; minutes: number }) => `${name} (${minutes} phút · min)`;

/** Somebody followed, on one of the days. */
export type DayRow = FollowedRecord & { on: DayRecord };

/** A row for each day of each person, as analysts like it. */
export const dayColumns = (isRevealed: boolean): Column<DayRow>[] => [
	...contactColumns<DayRow>(isRevealed).slice(0, isRevealed ? 8 : 7),
	column('Ngày · Day', 12, ({ on }) => on.day),
	column('Ngày thứ · Day number', 8, ({ on }) => on.index),
	column('Sức khoẻ · Health', 22, ({ on }) => say('day', on.state)),
	column('Số lần báo · Reports', 8, ({ on }) => on.reports.length),
	column('Nhiệt độ cao nhất · Highest temperature', 10, ({ on }) => highest(on)),
	column('Triệu chứng · Symptoms', 30, ({ on }) => signsOf(on).join('; ')),
	column('Báo lúc · Reported', 20, ({ on }) => localTime(on.reports.at(-1)?.reportedAt)),
	column('Cách báo · By', 26, ({ on }) => say('channel', on.reports.at(-1)?.channel)),
];

/** A row for each person and a column for each day counted from their first, as a tracer likes it. */
export const wideColumns = (isRevealed: boolean, days: number): Column<FollowedRecord>[] => [
	...contactColumns<FollowedRecord>(isRevealed).slice(0, isRevealed ? 8 : 7),
	column('Từ ngày · From', 12, ({ from }) => from),
	column('Đến hết ngày · Until', 12, ({ until }) => until),
	...Array.from({ length: days }, (_, index) =>
		column<FollowedRecord>(`Ngày ${index + 1} · Day ${index + 1}`, 18, ({ days }) => say('day', days[index]?.state)),
	),
];

const highest = ({ reports }: DayRecord): number | undefined => {
	const degrees = reports.map(({ answers }) => Number(answers.temperature)).filter((one) => one > 0);
	return degrees.length ? Math.max(...degrees) : undefined;
};

const signsOf = ({ reports }: DayRecord): string[] => [
	...new Set(reports.flatMap(({ answers }) => answers.signs ?? [])),
];
