import { type Assessment, compared, sentence } from './assessment.ts';
import type { Facts } from './facts.ts';
import type { Usual } from './rule-set.ts';
import { usualOf } from './usual.ts';

/** How many cases there were in a span of one earlier year. */
export interface YearCount {
	year: number;
	cases: number;
	isEpidemic: boolean;
}

export interface UsualArea {
	facts: Facts;
	lawGroup: 'A' | 'B' | 'C';
	/** So far in this week and this month, and the same week and month of earlier years. */
	week: { cases: number; earlier: readonly YearCount[] };
	month: { cases: number; earlier: readonly YearCount[] };
}

const [none, alert, outbreak] = [1, 2, 3];

/**
 * Thông tư 15/2026: an outbreak where the month so far exceeds the mean of the same month of five years without epidemic
 * ones by two deviations (Đ16), an alert where the week so far reaches the mean by one (Đ22). Where the disease is not
 * endemic linked cases decide; of group A one confirmed case alerts. Whichever is gravest.
 */
export function assessByUsual(rule: Usual, area: UsualArea): Assessment {
	const found: Assessment[] = [...endemic(rule, area), ...linked(rule, area), ...groupA(rule, area)];
	const level = Math.max(none!, ...found.map((one) => one.level));
	const reasons = found.filter((one) => one.level === level).flatMap((one) => one.reasons);
	if (reasons.length) return { level, reasons };
	return { level, reasons: [sentence('Chưa vượt ngưỡng nào', 'No threshold is reached')] };
}

function endemic(rule: Usual, { lawGroup, week, month }: UsualArea): Assessment[] {
	const [usualWeek, usualMonth] = [usualOf(week.earlier, rule), usualOf(month.earlier, rule)];
	const found: Assessment[] = [];
	if (lawGroup === 'A') return found;
	if (usualMonth) {
		const above = usualMonth.mean + rule.outbreakDeviations * usualMonth.deviation;
		if (month.cases > above) {
			const said = compared(month.cases, { above });
			const text = sentence(
				`Số ca trong tháng: ${said.vi}, theo trung bình ${usualMonth.years} năm + ${rule.outbreakDeviations} độ lệch chuẩn`,
				`Cases of the month: ${said.en}, by the mean of ${usualMonth.years} years + ${rule.outbreakDeviations} SD`,
			);
			found.push({ level: outbreak!, reasons: [text] });
		}
	}
	if (usualWeek && week.cases > 0) {
		const atLeast = usualWeek.mean + rule.alertDeviations * usualWeek.deviation;
		if (week.cases >= atLeast) {
			const said = compared(week.cases, { atLeast });
			const text = sentence(
				`Số ca trong tuần: ${said.vi}, theo trung bình ${usualWeek.years} năm + ${rule.alertDeviations} độ lệch chuẩn`,
				`Cases of the week: ${said.en}, by the mean of ${usualWeek.years} years + ${rule.alertDeviations} SD`,
			);
			found.push({ level: alert!, reasons: [text] });
		}
	}
	return found;
}

function linked(rule: Usual, { lawGroup, month, facts }: UsualArea): Assessment[] {
	const { linkedCases } = facts;
	if (lawGroup === 'A' || linkedCases === undefined || usualOf(month.earlier, rule)) return [];
	const atLeast = linkedCases >= rule.linkedOutbreak ? rule.linkedOutbreak : rule.linkedAlert;
	if (linkedCases < atLeast) return [];
	const said = compared(linkedCases, { atLeast });
	const text = sentence(`Ca liên quan dịch tễ trong tháng: ${said.vi}`, `Linked cases of the month: ${said.en}`);
	return [{ level: linkedCases >= rule.linkedOutbreak ? outbreak! : alert!, reasons: [text] }];
}

function groupA(rule: Usual, { lawGroup, facts: { confirmedCases = 0 } }: UsualArea): Assessment[] {
	if (lawGroup !== 'A' || confirmedCases < rule.confirmedAlertGroupA) return [];
	const said = compared(confirmedCases, { atLeast: rule.confirmedAlertGroupA });
	return [
		{
			level: alert!,
			reasons: [sentence(`Bệnh nhóm A, ca xác định: ${said.vi}`, `A disease of group A, confirmed cases: ${said.en}`)],
		},
	];
}
