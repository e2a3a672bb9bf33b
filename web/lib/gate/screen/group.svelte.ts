import type { ScannedPerson } from '#shared/gate/scan';
import { admit } from '#web/gate/engine/admission.ts';
import type { Action, Direction, Gathered, PersonReading } from '#web/gate/gate.ts';

export interface Member extends Gathered {
	/** What was read, to tell somebody who is in the group already. */
	text: string;
}

/** More than a bus and its crew; a longer line is two groups. */
export const membersMax = 100;

/** People who go through in one action: a family, a bus, a class. Each is stored. */
export class Group {
	isOpen = $state(false);
	members = $state.raw<readonly Member[]>([]);

	/** Whether somebody is in it already, though their code may have changed since. */
	has(text: string, { who }: PersonReading): boolean {
		const isSame = (other: ScannedPerson) =>
			who.kind === 'code' && other.kind === 'code' && other.person === who.person;
		return this.members.some((member) => member.text === text || isSame(member.reading.who));
	}

	add(text: string, reading: PersonReading): void {
		this.members = [...this.members, { text, reading, isOverruled: false }];
	}

	/** Goes on with a group as the page had it before it was closed; what was read of a card is not known any more. */
	restore(people: readonly Gathered[]): void {
		this.members = people.map((one, index) => ({ ...one, text: `before ${index}` }));
		this.isOpen = people.length > 0;
	}

	remove(member: Member): void {
		this.members = this.members.filter((one) => one !== member);
	}

	setOverruled(member: Member, isOverruled: boolean): void {
		this.members = this.members.map((one) => (one === member ? { ...one, isOverruled } : one));
	}

	/** What is to be recorded: one action for each way that is gone. */
	toActions(trip: string | undefined): Action[] {
		return (['in', 'out'] as const).flatMap((direction) => {
			const members = this.members.filter(({ reading }) => reading.direction === direction);
			return members.length ? [toAction(direction, members, trip)] : [];
		});
	}

	close(): void {
		this.members = [];
		this.isOpen = false;
	}
}

/** Who stays outside unless the guard says otherwise. */
export const isHeld = ({ reading, isOverruled }: Member): boolean => admit(reading) !== 'goes' && !isOverruled;

/** The way out of a group that went in. */
export const toLeaving = (people: readonly ScannedPerson[]): Action => ({
	direction: 'out',
	people: people.map((who) => ({
		reading: { kind: 'person', who, direction: 'out', verdict: 'green', reasons: [], isRepeat: false },
	})),
	isGroup: true,
});

function toAction(direction: Direction, members: readonly Member[], trip: string | undefined): Action {
	const people = members
		// Who only waits for a free place has not been at the door yet.
		.filter((member) => admit(member.reading) !== 'asks' || member.isOverruled)
		.map(({ reading, isOverruled }) => ({ reading, ...(isOverruled ? { overrule: true } : {}) }));
	return { direction, people, ...(direction === 'in' ? { isGroup: true, ...(trip ? { trip } : {}) } : {}) };
}
