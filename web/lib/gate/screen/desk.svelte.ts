import type { Language, Text } from '#shared/language';
import { admit } from '#web/gate/engine/admission.ts';
import { SeenLately } from '#web/gate/engine/seen-lately.ts';
import { type Gate, GateFault, type GateState, type PersonReading } from '#web/gate/gate.ts';
import { type DirectionChoice, opposite } from './direction.ts';
import { Group, membersMax, toLeaving } from './group.svelte.ts';
import type { Look } from './guard-words.ts';
import { playSignal } from './play-signal.ts';
import { keepSettings, openSettings, type Settings } from './settings.svelte.ts';
import {
	type Shown,
	type Step,
	showFault,
	showPerson,
	showTrouble,
	showVisitor,
	type Visitor,
	type Way,
} from './shown.ts';
import { signals } from './signals.ts';

export type Panel = 'phone' | 'declare' | 'inside' | 'refused' | 'settings';

/** What the guard's screen shows and does; the gate behind it decides and keeps. */
export class Desk {
	readonly gate: Gate;
	readonly settings: Settings;
	readonly group = new Group();
	state = $state.raw() as GateState;
	shown = $state.raw<Shown>();
	panel = $state<Panel>();
	/** What khai hộ begins with. */
	prefill = $state.raw<Record<string, string>>({});
	/** Something to say beside what the guard does, as "sent already". */
	notice = $state.raw<Text>();
	/** Seats given on this device, by trip. */
	seatsTaken = $state.raw<ReadonlySet<string>>(new Set());
	readonly #language: Language;
	readonly #lately = new SeenLately();
	#turn: Promise<void> = Promise.resolve();

	constructor(gate: Gate, language: Language) {
		this.gate = gate;
		this.#language = language;
		this.settings = openSettings();
		this.state = gate.state;
		this.group.restore(gate.state.gathered);
	}

	/** Follows the gate and keeps the settings; returns what ends that. */
	attend(): () => void {
		const stop = this.gate.watch((state) => (this.state = state));
		$effect(() => keepSettings($state.snapshot(this.settings)));
		$effect(() => void this.gate.gather(this.group.members).catch((error) => this.#tell(error)));
		return stop;
	}

	get language(): Language {
		return this.settings.language ?? this.#language;
	}

	/** The departure that boards, while the gate knows it. */
	get trip() {
		return this.state.bundle?.place.trips.find(({ id }) => id === this.settings.trip);
	}

	/** The camera looks on only while no panel is open for the guard to fill in. */
	get isReading(): boolean {
		return this.panel === undefined;
	}

	/** A code before the camera: the same one counts once while it is held there. */
	see(text: string): void {
		if (this.isReading && this.#lately.isNew(text, performance.now())) this.take([text], 'camera');
	}

	/** A code as it may be meant, the likeliest first. Codes are taken one after the other, and none is left out. */
	take(texts: readonly string[], how: Way): Promise<void> {
		this.#turn = this.#turn.then(() => this.#take(texts, how)).catch((error) => this.#tell(error));
		return this.#turn;
	}

	async #take(texts: readonly string[], how: Way): Promise<void> {
		await this.#settle();
		this.notice = undefined;
		const { text, reading } = await this.#read(texts, how, this.settings.direction);
		if (reading.kind === 'fault') return this.#show(showFault(reading));
		if (this.group.isOpen) return this.#gather(text, reading);
		const step = this.#firstStep(reading);
		this.#showPerson(text, how, reading, step);
		if (step === 'recorded') await this.#record(reading, {});
	}

	/** The first meaning that is a person; else the fault of what was typed. */
	async #read(texts: readonly string[], how: Way, direction: DirectionChoice) {
		const [text = '', ...others] = texts;
		const reading = await this.gate.read(text, how, direction);
		for (const other of reading.kind === 'fault' ? others : []) {
			const again = await this.gate.read(other, how, direction);
			if (again.kind === 'person') return { text: other, reading: again };
		}
		return { text, reading };
	}

	#firstStep(reading: PersonReading): Step {
		if (reading.isRepeat) return 'repeat';
		const admission = admit(reading);
		if (admission === 'asks') return 'asks';
		return admission === 'goes' && reading.direction === 'in' && this.trip?.seats.length ? 'seat' : 'recorded';
	}

	#gather(text: string, reading: PersonReading): void {
		if (this.group.has(text, reading))
			this.notice = { vi: 'Người này đã có trong nhóm.', en: 'This person is in the group already.' };
		else if (this.group.members.length >= membersMax)
			this.notice = {
				vi: `Nhóm đã đủ ${membersMax} người: hãy ghi nhóm này trước.`,
				en: `The group has ${membersMax} people: record it first.`,
			};
		else {
			this.group.add(text, reading);
			this.#sound(
				admit(reading) === 'stopped'
					? 'red'
					: admit(reading) === 'asks' || reading.verdict === 'amber'
						? 'amber'
						: 'green',
			);
		}
	}

	/** Records everybody in the group by one press. */
	async recordGroup(): Promise<void> {
		const { members } = this.group;
		await this.#try(async () => {
			const { showGroup } = await showsGroup();
			for (const action of this.group.toActions(this.trip?.id)) await this.gate.record(action);
			this.group.close();
			this.#show(showGroup(members));
		});
	}

	/** The group that went in last goes out by one press. */
	async leaveGroup(): Promise<void> {
		await this.#try(async () => {
			const { showLeaving } = await showsGroup();
			const { lastGroup } = this.state;
			await this.gate.record(toLeaving(lastGroup));
			this.#show(showLeaving(lastGroup.length));
		});
	}

	/** The guard lets in who is stopped, and it is recorded as such. */
	async overrule(): Promise<void> {
		const visitor = this.shown?.visitor;
		if (visitor) return this.#try(() => this.#overruleVisitor(visitor));
		await this.#withPerson(async ({ text, how, reading, step }) => {
			// That they were stopped gives way to that they went in, unless it is sent already: then both are kept.
			if (step === 'recorded') await this.gate.undo();
			await this.#record(reading, { overrule: true });
			this.#showPerson(text, how, reading, 'overruled');
		});
	}

	async takeSeat(seat: string): Promise<void> {
		await this.#withPerson(async ({ text, how, reading }) => {
			this.#showPerson(text, how, reading, 'recorded');
			await this.#record(reading, { seat });
			this.seatsTaken = new Set([...this.seatsTaken, `${this.trip?.id} ${seat}`]);
		});
	}

	/** Records a code that was scanned before, because the guard says it is another passage. */
	async recordAgain(): Promise<void> {
		await this.#withPerson(async ({ text, how, reading }) => {
			this.#showPerson(text, how, reading, 'recorded');
			await this.#record(reading, {});
		});
	}

	/** They went the other way than the switch says. */
	async turnAround(): Promise<void> {
		await this.#withPerson(async ({ text, how, reading, step }) => {
			if (step === 'recorded' && !(await this.gate.undo())) return this.#tooLate();
			const { reading: other } = await this.#read([text], how, opposite(reading.direction));
			if (other.kind === 'fault') return this.#show(showFault(other));
			const next = this.#firstStep({ ...other, isRepeat: false });
			this.#showPerson(text, how, other, next);
			if (next === 'recorded') await this.#record(other, {});
		});
	}

	async undo(): Promise<void> {
		await this.#try(async () => {
			if (!(await this.gate.undo())) return this.#tooLate();
			this.shown = undefined;
			this.notice = { vi: 'Đã huỷ lượt vừa rồi.', en: 'The last passage is taken back.' };
		});
	}

	/** To the next person. */
	async goOn(): Promise<void> {
		await this.#try(() => this.#settle());
		this.shown = undefined;
	}

	/** The device stops being a gate's. */
	async leave(): Promise<void> {
		this.panel = undefined;
		await this.#try(() => this.gate.leave());
	}

	declareFor(prefill: Record<string, string>): void {
		this.prefill = prefill;
		this.shown = undefined;
		this.panel = 'declare';
	}

	/** Somebody without a code went in or out by the server's own answer. */
	answer(
		told: Pick<PersonReading, 'verdict' | 'direction' | 'reasons'> & {
			person: string;
			prefill: Record<string, string>;
		},
	) {
		const { person, prefill, ...answered } = told;
		this.panel = undefined;
		const who = { kind: 'sealed', sealed: '' } as const;
		const reading: PersonReading = { ...answered, kind: 'person', who, isRepeat: false };
		this.#show(showVisitor({ entry: crypto.randomUUID(), person, reading, isOverruled: false }, prefill));
	}

	async #overruleVisitor(visitor: Visitor): Promise<void> {
		const { place, device } = this.state.bundle!;
		const { entry: id, person } = visitor;
		await this.gate.ask('visits.check-in', { id, place: place.id, gate: device.gate, person, overrule: true });
		this.#show(showVisitor({ ...visitor, isOverruled: true }, {}));
	}

	/** Who has no seat yet when the next one comes has gone in without one. */
	async #settle(): Promise<void> {
		const person = this.shown?.person;
		if (person?.step !== 'seat') return;
		this.shown = undefined;
		await this.#record(person.reading, {});
	}

	#record(reading: PersonReading, how: { overrule?: boolean; seat?: string }): Promise<void> {
		const trip = reading.direction === 'in' ? this.trip?.id : undefined;
		const people = [{ reading, ...how }];
		return this.gate.record({ direction: reading.direction, people, ...(trip ? { trip } : {}) });
	}

	#showPerson(text: string, how: Way, reading: PersonReading, step: Step): void {
		this.#show(showPerson({ text, how, reading, step }, this.state));
	}

	#show(shown: Shown): void {
		this.shown = shown;
		this.#sound(shown.screen.look);
	}

	#sound(look: Look): void {
		playSignal(signals[look], this.settings.isMuted);
	}

	#tooLate(): void {
		this.notice = {
			vi: 'Lượt này đã gửi đi, không huỷ ở đây được nữa. Nếu sai, hãy quét lại theo hướng ngược lại.',
			en: 'This passage is sent already. If it was wrong, scan again the other way.',
		};
	}

	async #withPerson(work: (person: NonNullable<Shown['person']>) => Promise<void>): Promise<void> {
		const person = this.shown?.person;
		if (person) await this.#try(() => work(person));
	}

	async #try(work: () => Promise<void>): Promise<void> {
		await work().catch((error) => this.#tell(error));
	}

	/** Whoever stands there must not be taken for recorded. */
	#tell(error: unknown): void {
		this.#show(showTrouble(error instanceof GateFault ? error.words : broken));
		if (!(error instanceof GateFault)) reportError(error);
	}
}

/** Not fetched before somebody comes in a group; and before it is recorded, so that what cannot be told is not done. */
const showsGroup = () => import('./show-group.ts');

const broken: Text = {
	vi: 'Máy này chưa ghi được lượt vừa rồi. Hãy quét lại; nếu vẫn lỗi, hãy tải lại trang.',
	en: 'This device could not record the passage. Scan again; if it fails again, reload the page.',
};
