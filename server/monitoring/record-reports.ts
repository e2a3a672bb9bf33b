import { chooseSymptomRule, keptSymptomRules, type SymptomRule } from '#diseases';
import { newId } from '#platform/ids';
import type { BatchContext } from '#platform/operation';
import { Problem } from '#platform/problem';
import { chunks, type Sql, sqlRows } from '#platform/sql';
import type { Answers } from '#shared/form/answers';
import type { Text } from '#shared/language';
import { dayOf, shiftDay } from '#shared/language';
import { applyReport } from './apply-report.ts';
import { isDueOn } from './assess-state.ts';
import { type DailyForm, keptForms, olderForm, readDaily } from './daily-forms.ts';
import { type Judged, judgeReport } from './judge-report.ts';
import {
	alarmTypes,
	type DutyRow,
	insertAlarms,
	insertCorrections,
	insertReports,
	insertTally,
	type ReportRow,
	type SlotRow,
	selectDuties,
	selectSlots,
	tallyTypes,
	updateReported,
	updateSymptoms,
} from './queries-reports.ts';
import { slotAt, slotsOf } from './slots.ts';
import { asOne, underAllIds } from './under-all-ids.ts';

export type Channel = 'self' | 'household' | 'sms-link' | 'sms-answer' | 'staff-round' | 'phone-call';

/** A report as it was sent. */
export interface Told {
	id: string;
	person: string;
	/** When it was said; what came later than the server's clock allows was cut by the caller. */
	at: Date;
	/** Which slot of that day; by the time of day when left out. */
	slot?: number;
	form?: { url: string; version: string };
	answers: Record<string, unknown>;
	channel: Channel;
	by: string | null;
}

export interface Recorded extends Judged {
	person: string;
	/** `repeat`: sent before. `corrected`: another was there for the slot and stays. `not-due`: nobody asks them that day. */
	outcome: 'recorded' | 'corrected' | 'repeat' | 'not-due';
	day: string;
	slot: number;
}

/** A report counts for the day it was said, and is taken so many days later: from a list that was filled in offline. */
export const daysLateMax = 2;

const day = 86_400_000;

/**
 * Records what several calls told, in one transaction with a handful of statements however many they are: the reports,
 * what follows for each duty, the alarms and the tally. The first report of a slot stays; what is said later about it is
 * kept beside it and counts. A call with an answer that is none records nothing and gets an `invalid-input`.
 */
export async function recordReports(
	context: BatchContext,
	calls: readonly (readonly Told[])[],
): Promise<(Recorded[] | Problem)[]> {
	const { db } = context;
	const asked = await underAllIds(context, calls);
	const told = asked.flat().map(({ one }) => one);
	const persons = [...new Set(told.map(({ person }) => person))];
	const [duties, rules, forms] = await Promise.all([
		db.rows(selectDuties(persons, new Date(context.now.getTime() - (daysLateMax + 1) * day))),
		keptSymptomRules.get(context),
		keptForms.get(context),
	]);
	const batch = new Batch(context, duties, rules, forms);
	await batch.readSlots(told);
	const answers: (Recorded[] | Problem)[] = [];
	for (const call of asked) {
		const read: Awaited<ReturnType<Batch['read']>>[] = [];
		for (const { one } of call) read.push(await batch.read(one));
		const faults = read.flatMap((one, at) => (one && 'faults' in one ? toFields(one.faults, call[at]!.report) : []));
		answers.push(
			faults.length
				? new Problem('invalid-input', { field: faults[0]!.field, fields: faults })
				: asOne(
						call,
						call.map(({ one }, at) => batch.record(one, read[at] as Read | undefined)),
					),
		);
	}
	await Promise.all(batch.statements().map((statement) => db.run(statement)));
	return answers;
}

/** Said while the duty held: it may have ended since, as it may have been decided since and hold from an earlier day. */
const isDueAt = (duty: DutyRow, at: Date): boolean =>
	isDueOn(
		{ fromOn: duty.from_on, untilOn: duty.until_on, isEnded: duty.ended_at !== null && duty.ended_at <= at },
		dayOf(at),
	);

const toFields = (faults: readonly { id: string; text: Text }[], report: number) =>
	faults.map(({ id, text }) => ({ field: `reports.${report}.answers.${id}`, text }));

interface Read {
	due: DutyRow[];
	day: string;
	slot: number;
	form: DailyForm;
	rule: SymptomRule;
	judged: Judged;
	answers: Answers;
}

/** The duties and slots of a batch's people while its reports are gone through. */
class Batch {
	readonly #context: BatchContext;
	readonly #today: string;
	readonly #oldest: string;
	readonly #rules: readonly SymptomRule[];
	readonly #forms: ReadonlyMap<string, DailyForm>;
	readonly #duties = new Map<string, DutyRow[]>();
	readonly #changed = new Map<string, boolean>();
	readonly #slots = new Map<string, SlotRow[]>();
	readonly #tally = new Map<string, number>();
	readonly #reports: ReportRow[] = [];
	readonly #corrections: ReportRow[] = [];
	readonly #alarms: unknown[][] = [];
	readonly #alarmed = new Set<string>();

	constructor(
		context: BatchContext,
		duties: readonly DutyRow[],
		rules: readonly SymptomRule[],
		forms: ReadonlyMap<string, DailyForm>,
	) {
		this.#context = context;
		this.#today = dayOf(context.now);
		this.#oldest = shiftDay(this.#today, -daysLateMax);
		this.#rules = rules;
		this.#forms = forms;
		for (const duty of duties) {
			const own = this.#duties.get(duty.person_id);
			if (own) own.push(duty);
			else this.#duties.set(duty.person_id, [duty]);
		}
	}

	/** Only of people who have reported on such a day already: the duty says who. */
	async readSlots(told: readonly Told[]): Promise<void> {
		const again = told.filter(({ person, at }) =>
			this.#duties.get(person)?.some(({ last_report_on }) => last_report_on !== null && last_report_on >= dayOf(at)),
		);
		if (!again.length) return;
		const days = [...new Set(again.map(({ at }) => dayOf(at)))];
		const persons = [...new Set(again.map(({ person }) => person))];
		for (const slot of await this.#context.db.rows(selectSlots(persons, days)))
			this.#ofDay(slot.person_id, slot.day).push(slot);
	}

	#ofDay(person: string, day: string): SlotRow[] {
		const key = `${person} ${day}`;
		const known = this.#slots.get(key) ?? [];
		this.#slots.set(key, known);
		return known;
	}

	/** What a report says and by what it is judged; undefined when nobody asks for one that day. */
	async read(told: Told): Promise<Read | { faults: { id: string; text: Text }[] } | undefined> {
		const { now } = this.#context;
		const day = dayOf(told.at);
		const due = (this.#duties.get(told.person) ?? []).filter((duty) => isDueAt(duty, told.at));
		const first = due.find(({ kind }) => kind === 'isolation') ?? due[0];
		if (!first || day < this.#oldest) return undefined;
		const reportsADay = Math.max(...due.map(({ reports_a_day }) => reports_a_day));
		const slot = slotsOf(reportsADay).includes(told.slot ?? -1) ? told.slot! : slotAt(told.at, reportsADay);
		const form = await this.#formOf(told, first);
		const read = readDaily(form, told.answers);
		if (read.faults) return { faults: read.faults };
		const rule = chooseSymptomRule(this.#rules, first.disease, first.area_path, now);
		return { due, day, slot, form, rule, judged: judgeReport(rule, read.answers), answers: read.answers };
	}

	record(told: Told, read: Read | undefined): Recorded {
		const { person } = told;
		if (!read) {
			return { person, outcome: 'not-due', day: dayOf(told.at), slot: 0, level: 'green', isUrgent: false, reasons: [] };
		}
		const outcome = this.#keep(told, read);
		if (outcome !== 'repeat') this.#follow(told, read);
		return { ...read.judged, person, outcome, day: read.day, slot: read.slot };
	}

	async #formOf({ form }: Told, duty: DutyRow): Promise<DailyForm> {
		const current = this.#forms.get(duty.form) ?? this.#forms.get('daily-report')!;
		if (!form) return current;
		const known = [...this.#forms.values()].find(({ vi }) => vi.url === form.url && vi.version === form.version);
		return known ?? olderForm(this.#context.db, form, this.#context.now);
	}

	#keep(told: Told, read: Read): 'recorded' | 'corrected' | 'repeat' {
		const { day, slot, judged } = read;
		const ofDay = this.#ofDay(told.person, day);
		const id = told.id.toLowerCase();
		// Sent again after its slot was over it is still the same.
		if (ofDay.some(({ report_id }) => report_id === id)) return 'repeat';
		const isFirst = !ofDay.some((known) => known.slot === slot);
		(isFirst ? this.#reports : this.#corrections).push(this.#toRow(told, read));
		ofDay.push({ person_id: told.person, day, slot, report_id: id, level: judged.level });
		return isFirst ? 'recorded' : 'corrected';
	}

	#toRow(told: Told, { day, slot, form, rule, judged, answers }: Read): ReportRow {
		return {
			...{ personId: told.person, day, slot, reportId: told.id, reportedAt: told.at },
			...{ channel: told.channel, reportedBy: told.by, formUrl: form.vi.url, formVersion: form.vi.version },
			answersSealed: this.#context.platform.keys.encrypt(JSON.stringify(answers)),
			...{ rule: rule.disease, ruleArea: rule.areaPath, ruleVersion: rule.version },
			...{ level: judged.level, reasons: judged.reasons },
		};
	}

	#follow(told: Told, { due, day, slot, rule, judged }: Read): void {
		const { now } = this.#context;
		const isSymptomatic = judged.level === 'red';
		for (const duty of due) {
			const said = { day, slot, isSymptomatic, symptomFreeDays: rule.symptomFreeDays };
			const after = applyReport(duty, said, this.#today);
			this.#changed.set(duty.duty_id, isSymptomatic || (this.#changed.get(duty.duty_id) ?? false));
			if (duty.leads && after.state !== duty.state) {
				this.#count(duty.area_path, duty.state, -1);
				this.#count(duty.area_path, after.state, 1);
			}
			Object.assign(duty, after);
		}
		if (!isSymptomatic) return;
		for (const area of new Set(due.map(({ area_path }) => area_path))) {
			// Told once, it alarms a station once, however many ids it is kept under.
			const alarm = `${told.id} ${area}`;
			if (this.#alarmed.has(alarm)) continue;
			this.#alarmed.add(alarm);
			this.#alarms.push([newId(), told.person, area, day, slot, now, judged.isUrgent, `{${judged.reasons}}`]);
		}
	}

	#count(area: string, state: string, people: number): void {
		const key = `${area} ${state}`;
		this.#tally.set(key, (this.#tally.get(key) ?? 0) + people);
	}

	/** What is to be written, all of it. */
	statements(): Sql[] {
		const changed = [...this.#duties.values()].flat().filter(({ duty_id }) => this.#changed.has(duty_id));
		const hasSymptoms = ({ duty_id }: DutyRow) => this.#changed.get(duty_id)!;
		const well = changed.filter((duty) => !hasSymptoms(duty));
		const tally = [...this.#tally].filter(([, people]) => people).map(([key, people]) => [...key.split(' '), people]);
		const insert = (before: string, types: readonly string[], rows: unknown[][], after = '') =>
			chunks(rows).map((part) => sqlRows(before, types, part, after));
		return [
			...(this.#reports.length ? [insertReports(this.#reports, this.#context.now)] : []),
			...(this.#corrections.length ? [insertCorrections(this.#corrections, this.#context.now)] : []),
			...(well.length ? [updateReported(well)] : []),
			...insert(
				updateSymptoms.before,
				updateSymptoms.types,
				changed
					.filter(hasSymptoms)
					.map((duty) => [...[...toReported(duty), duty.onset_on, duty.last_symptom_on, duty.clear_on]]),
				updateSymptoms.after,
			),
			...insert(insertAlarms, alarmTypes, this.#alarms, 'on conflict on constraint alarm_once do nothing'),
			...insert(insertTally, tallyTypes, tally),
		];
	}
}

// biome-ignore format: as the columns are.
const toReported = (duty: DutyRow): unknown[] => [
	duty.person_id, duty.duty_id, duty.last_report_on, duty.last_slot, duty.state, duty.is_symptomatic,
];
