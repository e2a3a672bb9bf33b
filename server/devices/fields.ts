import Type, { type Static } from 'typebox';
import { Id } from '#platform/ids';
import { Problem } from '#platform/problem';
import { normalise } from '#shared/text/vietnamese';

export const Moment = Type.String({ format: 'date-time' });
export const Gate = Type.Integer({ minimum: 1, maximum: 999 });
/** As people type it, letters in pieces included. */
export const DeviceName = Type.String({ maxLength: 300 });

const closed = { additionalProperties: false };
/** The largest integer a column holds, 68 years: a clock that is further off says nothing. */
const skewMax = 2_147_483_647;

/** What a device says of itself each time it asks: `DeviceStatus` of `shared/gate/scan.ts`. */
export const Status = Type.Object(
	{
		clock: Moment,
		queued: Type.Integer({ minimum: 0, maximum: 10_000_000 }),
		battery: Type.Optional(Type.Number({ minimum: 0, maximum: 100 })),
		version: Type.String({ pattern: '^[ -~]{0,60}$' }),
		bundle: Type.Optional(Moment),
	},
	closed,
);
export type Status = Static<typeof Status>;

export const Verdict = Type.Union([
	Type.Literal('green'),
	Type.Literal('amber'),
	Type.Literal('red'),
	Type.Literal('not-declared'),
]);

export const Reasons = Type.Array(Type.Object({ code: Type.String(), vi: Type.String(), en: Type.String() }));

/** A pattern bounds every text here: the validator then is all that looks at it, tens of thousands of times a second. */
const reasonPattern = '^[ -~]{0,60}$';
const seatPattern = '^[^\\u0000]{0,20}$';

/** The fields of one scan: `GateScan` of `shared/gate/scan.ts` without whom it is about. */
export const scanFields = {
	id: Type.String({
		pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$',
		description: 'A UUID made by the device: the same scan sent again is the same visit',
	}),
	direction: Type.Union([Type.Literal('in'), Type.Literal('out')]),
	at: Type.String({ format: 'date-time', description: 'By the device’s clock, as it was' }),
	skewSeconds: Type.Optional(
		Type.Integer({
			minimum: -skewMax,
			maximum: skewMax,
			description: 'What the device then knew must be added to its clock; else what it says of its clock now',
		}),
	),
	shown: Verdict,
	reasons: Type.Array(Type.String({ pattern: reasonPattern }), { maxItems: 20 }),
	overrule: Type.Optional(Type.Boolean({ description: 'The guard let them in although the screen said stop' })),
	isDegraded: Type.Optional(Type.Boolean({ description: 'The bundle was past its age' })),
	trip: Type.Optional(Id),
	seat: Type.Optional(Type.String({ pattern: seatPattern })),
};

export const scansMax = 100;

/** How a scan is answered: recorded, or refused for good. */
export const answerFields = {
	id: Type.String(),
	problem: Type.Optional(Type.String({ description: 'Why it was not recorded: the code of a Problem' })),
	verdict: Type.Optional(Type.String({ description: 'What the server makes of the person now' })),
	isRepeat: Type.Optional(Type.Boolean({ description: 'It was recorded before; nothing was added' })),
};

const lettersMax = 60;

/** A device's name as it is kept. */
export function readDeviceName(written: string): string {
	const name = normalise(written);
	if (!name || [...name].length > lettersMax) throw new Problem('invalid-input', { field: 'name' });
	return name;
}

/** Clocks that differ by less are right: it is how long sending takes. */
const skewMin = 5;

/** What the server's clock is ahead of a device's, in whole seconds; nothing where that is within what sending takes. */
export function skewOf({ clock }: Status, now: Date): number {
	const seconds = Math.round((now.getTime() - Date.parse(clock)) / 1_000);
	if (Math.abs(seconds) <= skewMin) return 0;
	return Math.max(-skewMax, Math.min(skewMax, seconds));
}
