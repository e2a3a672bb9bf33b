import { formatNumber } from '#shared/language';
import type { ImportReport } from './import-visits.ts';
import { reasons } from './visit-rows.ts';

const count = (value: number) => formatNumber(value, 'en');

/** The report in lines: counts, then every refusal by row and column as far as they were kept. */
export function* describeImport(report: ImportReport): Generator<string> {
	yield `Đã đọc · Read: ${count(report.rows)}`;
	yield `Đã thêm · Added: ${count(report.added)}`;
	yield `Đã có từ trước · There before: ${count(report.repeated)}`;
	yield `Không nhận · Refused: ${count(report.refused)}`;
	for (const [kind, times] of report.reasons) yield `  ${kind}: ${count(times)}`;
	for (const { row, column, reason } of report.refusals) {
		const where =
			column === 'row'
				? { vi: `Dòng ${row}`, en: `row ${row}` }
				: { vi: `Dòng ${row}, cột ${column}`, en: `row ${row}, column ${column}` };
		yield `${where.vi}: ${reasons[reason].vi} · ${where.en}: ${reasons[reason].en}`;
	}
	const told = report.refusals.length;
	const all = [...report.reasons.values()].reduce((sum, times) => sum + times, 0);
	if (all > told) yield `… và ${count(all - told)} lỗi nữa · and ${count(all - told)} more`;
}
