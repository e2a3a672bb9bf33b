import type { GateScan } from '#shared/gate/scan';
import type { Action } from './gate.ts';

/** One action of one or many people as what is kept and sent of it. `at` is by the device's own clock. */
export const toScans = ({ direction, people, trip }: Action, at: Date, isDegraded: boolean): GateScan[] =>
	people.map(({ reading, overrule, seat }) => ({
		id: crypto.randomUUID(),
		direction,
		at: at.toISOString(),
		// The screen hands readings back as it keeps them; what is kept here is plain.
		who: { ...reading.who },
		shown: reading.verdict,
		reasons: reading.reasons.map(({ code }) => code),
		...(overrule ? { overrule } : {}),
		...(isDegraded ? { isDegraded } : {}),
		...(trip === undefined ? {} : { trip }),
		...(seat === undefined ? {} : { seat }),
	}));
