import type { MetRow } from './queries-overlap.ts';
import { isWithinRows } from './seat-rows.ts';
import { isEnough, lengthOfUnion, type SharedTimeRule, type Stay } from './shared-time.ts';

/** How long somebody was with the person searched for, without the single meetings. Times are in milliseconds. */
export interface TimeTogether {
	person: string;
	/** In all, at the places where it was enough. */
	milliseconds: number;
	/** The first moment together and the last. */
	firstAt: number;
	lastAt: number;
}

/** Moments together, at one place. */
interface Together extends Stay {
	place: string;
}

/** The first of them with a person, and all where there are `more`: with most people there are not. */
interface Known extends Together {
	person: string;
	more: Together[] | undefined;
}

/**
 * Adds up by the rule of `addUpSharedTime`, for hundreds of thousands of meetings of which nothing but their sum is asked:
 * one object a person, and no list where there was one meeting.
 */
export class TimesTogether {
	readonly #rule: SharedTimeRule & { from: number; until: number };
	readonly #people = new Map<string, Known>();

	constructor(rule: SharedTimeRule & { from: number; until: number }) {
		this.#rule = rule;
	}

	/** A visit of the person searched for, with who was there. Says how many. */
	add({ place_id: place, entered_at: enteredAt, left_at: leftAt, seat, ...row }: MetRow): number {
		if (row.persons === null) return 0;
		const { from, until, seatRows } = this.#rule;
		const [persons, entered, stayed] = [row.persons.split(','), row.entered!.split(','), row.stayed!.split(',')];
		const seats = seatRows === undefined ? undefined : row.seats?.split(',');
		const [ownFrom, ownUntil] = [Math.max(enteredAt, from), Math.min(leftAt, until)];
		for (const [index, person] of persons.entries()) {
			const at = enteredAt + Number(entered[index]);
			const begins = Math.max(ownFrom, at);
			const ends = Math.min(ownUntil, at + Number(stayed[index]));
			if (ends <= begins) continue;
			if (seats && !isWithinRows(seat ?? undefined, seats[index], seatRows!)) continue;
			this.#keep(person, place, begins, ends);
		}
		return persons.length;
	}

	#keep(person: string, place: string, enteredAt: number, leftAt: number): void {
		const known = this.#people.get(person);
		if (!known) this.#people.set(person, { person, place, enteredAt, leftAt, more: undefined });
		else if (known.more) known.more.push({ place, enteredAt, leftAt });
		else known.more = [known, { place, enteredAt, leftAt }];
	}

	/** Whom it was enough with, in no order. */
	sum(): TimeTogether[] {
		const found: TimeTogether[] = [];
		for (const known of this.#people.values()) {
			const one: TimeTogether = { person: known.person, milliseconds: 0, firstAt: Infinity, lastAt: 0 };
			if (!known.more) this.#addPlace(one, [known]);
			else for (const here of Map.groupBy(known.more, ({ place }) => place).values()) this.#addPlace(one, here);
			if (one.milliseconds) found.push(one);
		}
		return found;
	}

	#addPlace(one: TimeTogether, here: readonly Together[]): void {
		const together = lengthOfUnion(here);
		if (!isEnough(here, together, this.#rule)) return;
		one.milliseconds += together;
		for (const { enteredAt, leftAt } of here) {
			one.firstAt = Math.min(one.firstAt, enteredAt);
			one.lastAt = Math.max(one.lastAt, leftAt);
		}
	}
}
