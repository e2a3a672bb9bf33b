import Type, { type Static } from 'typebox';
import { Id } from '#platform/ids';
import { batchedOperation, type Call } from '#platform/operation';
import type { Platform } from '#platform/platform';
import { Problem } from '#platform/problem';
import { device } from '#platform/who';
import { type Judged, placeInTime, type Recorded, recordEvents } from '#visits';
import { writeContacts } from './contact.ts';
import { answerFields, Moment, Status, scanFields, scansMax, skewOf } from './fields.ts';
import { isGenuine, isSuspected, type SentCode, sampleOf, suspect } from './inspect-codes.ts';
import { asDevice } from './resolve-device.ts';

const closed = { additionalProperties: false };

const Input = Type.Object(
	{
		status: Status,
		scans: Type.Array(
			Type.Object(
				{
					...scanFields,
					who: Type.Object(
						{ kind: Type.Literal('code'), person: Id, code: Type.String({ pattern: '^[ -~]{1,300}$' }) },
						closed,
					),
				},
				closed,
			),
			{ minItems: 1, maxItems: scansMax },
		),
	},
	closed,
);
type Input = Static<typeof Input>;

export const recordScans = batchedOperation({
	name: 'devices.record-scans',
	summary: {
		vi: 'Ghi nhận những lượt vào ra mà máy ở cổng đã quét mã cá nhân, theo thứ tự',
		en: 'Records the entries and exits a gate device has read personal codes of, in their order',
	},
	who: device,
	input: Input,
	output: Type.Object({
		now: Moment,
		answers: Type.Array(Type.Object(answerFields), { description: 'One for each scan, in order' }),
	}),
	personal: 'records',
	keys: ({ scans }) => scans.map(({ who }) => who.person),
	runMany: async (context, calls) => {
		const { db, platform } = context;
		const badCodes = calls.map(() => 0);
		const told = calls.map(toTold);
		const sampled = inspectSample(platform, calls, told);
		// It is awaited below, unless the reading fails first.
		sampled.catch(() => {});
		const recorded = await recordEvents(context, told, async (judged) => {
			const refused = await inspect(platform, calls, judged, await sampled);
			for (const { call } of refused.values()) badCodes[call]!++;
			return new Map([...refused.keys()].map((index) => [index, new Problem('code-invalid')]));
		});
		const contacts = calls.map(({ input: { status, scans }, caller, now }, index) => ({
			...{ device: asDevice(caller.actor), status, now, sent: scans.length, badCodes: badCodes[index]! },
		}));
		await Promise.all(writeContacts(platform, contacts).map((statement) => db.run(statement)));
		let next = 0;
		return calls.map(({ input: { scans }, now }) => ({
			output: { now: now.toISOString(), answers: scans.map(({ id }) => answerScan(id, recorded[next++]!)) },
			persons: scans.map(({ who }) => who.person),
		}));
	},
});

/** The device's own times, with what its clock is behind now, and what its screen said. */
function toTold(call: Call<Input>) {
	const { input, caller, now } = call;
	const { place, gate } = asDevice(caller.actor);
	const skewNow = skewOf(input.status, now);
	const told = input.scans.map((scan) => {
		const { id, direction, at, skewSeconds = skewNow, shown, reasons, isDegraded, overrule, trip, seat } = scan;
		const person = scan.who.person;
		return { id, direction, place, person, gate, at, skewSeconds, overrule, shown, reasons, isDegraded, trip, seat };
	});
	return { told, call };
}

/** Whether codes are genuine, by their index in the batch. */
type Inspected = Map<number, boolean>;

/**
 * Verifies a sample of the codes; with a device that has sent a false one, all. It begins before anything is read, so that
 * the threads that verify work while the database does: the answer waits for whichever is last, and a code that is not
 * genuine is still refused before anything is stored.
 */
async function inspectSample(
	platform: Platform,
	calls: readonly Call<Input>[],
	told: readonly ReturnType<typeof toTold>[],
): Promise<Inspected> {
	const asked: { at: number; code: SentCode }[] = [];
	let first = 0;
	for (const [index, { input, caller, now }] of calls.entries()) {
		const { scans } = input;
		const all = isSuspected(platform, asDevice(caller.actor).id) ? scans.keys() : sampleOf(scans.length);
		for (const at of all) {
			const event = told[index]!.told[at]!;
			asked.push({ at: first + at, code: { ...scans[at]!.who, at: placeInTime(event, now).at } });
		}
		first += scans.length;
	}
	const genuine = await Promise.all(asked.map(({ code }) => isGenuine(platform, code)));
	return new Map(asked.map(({ at }, index) => [at, genuine[index]!]));
}

/**
 * Verifies those codes too where the server would have said something else. Gives all that are not genuine, by their
 * index, with the call they came in.
 */
async function inspect(
	platform: Platform,
	calls: readonly Call<Input>[],
	judged: readonly Judged[],
	inspected: Inspected,
) {
	const refused = new Map<number, { call: number }>();
	const verifying: Promise<void>[] = [];
	let first = 0;
	for (const [call, { input, caller }] of calls.entries()) {
		const { id } = asDevice(caller.actor);
		const settle = (at: number, genuine: boolean) => {
			if (genuine) return;
			refused.set(at, { call });
			suspect(platform, id);
		};
		for (const [index, { who, shown, direction }] of input.scans.entries()) {
			const at = first + index;
			const { event, verdict } = judged[at]!;
			const known = inspected.get(at);
			if (known !== undefined) settle(at, known);
			else if (direction === 'in' && shown !== verdict)
				verifying.push(isGenuine(platform, { ...who, at: event.at }).then((genuine) => settle(at, genuine)));
		}
		first += input.scans.length;
	}
	await Promise.all(verifying);
	return refused;
}

/** What a device is answered of one scan. */
export function answerScan(id: string, recorded: Recorded) {
	if (recorded.problem) return { id, problem: recorded.problem.code };
	const { decision, verdict } = recorded;
	if (!decision.visit) return { id, problem: 'not-inside' };
	return { id, verdict, isRepeat: decision.isRepeat };
}
