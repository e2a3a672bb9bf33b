import type { GateScan } from '#shared/gate/scan';
import type { Action } from '#web/gate/gate.ts';

/** What the device knows at the moment of an action. */
export interface Moment {
	/** By its own clock. */
	at: Date;
	/** What must be added to that, where it is known. */
	skewSeconds: number | undefined;
	isDegraded: boolean;
}

/** One action of one or many people as what is kept and sent of it. */
export const toScans = ({ direction, people, trip }: Action, { at, skewSeconds, isDegraded }: Moment): GateScan[] =>
	people.map(({ reading, overrule, seat }) => ({
		id: crypto.randomUUID(),
		direction,
		at: at.toISOString(),
		...(skewSeconds === undefined ? {} : { skewSeconds }),
		// The screen hands readings back as it keeps them; what is kept here is plain.
		who: { ...reading.who },
		shown: reading.verdict,
		reasons: reading.reasons.map(({ code }) => code),
		...(overrule ? { overrule } : {}),
		...(isDegraded ? { isDegraded } : {}),
		...(trip === undefined ? {} : { trip }),
		...(seat === undefined ? {} : { seat }),
	}));
