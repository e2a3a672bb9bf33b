import Type, { type Static } from 'typebox';
import { Id } from '#platform/ids';
import { batchedOperation, type Call } from '#platform/operation';
import type { Platform } from '#platform/platform';
import { Problem } from '#platform/problem';
import { device } from '#platform/who';
import { type Judged, type Recorded, recordEvents } from '#visits';
import { writeContacts } from './contact.ts';
import { answerFields, Moment, Status, scanFields, scansMax, skewOf } from './fields.ts';
import { isGenuine, isSuspected, sampleOf, suspect } from './inspect-codes.ts';
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
						{ kind: Type.Literal('code'), person: Id, code: Type.String({ minLength: 1, maxLength: 300 }) },
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
		const recorded = await recordEvents(context, calls.map(toTold), async (judged) => {
			const refused = await inspect(platform, calls, judged);
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

/**
 * Verifies a sample of the codes, and all of those where the server would have said something else; with a device that
 * has sent a false one, all. Gives those that are not genuine, by their index, with the call they came in.
 */
async function inspect(platform: Platform, calls: readonly Call<Input>[], judged: readonly Judged[]) {
	const refused = new Map<number, { call: number }>();
	const verifying: Promise<void>[] = [];
	let first = 0;
	for (const [call, { input, caller }] of calls.entries()) {
		const { id } = asDevice(caller.actor);
		const sampled = new Set(sampleOf(input.scans.length));
		const isAll = isSuspected(platform, id);
		for (const [index, { who, shown, direction }] of input.scans.entries()) {
			const { event, verdict } = judged[first + index]!;
			const isAgreed = direction === 'out' || shown === verdict;
			if (!isAll && isAgreed && !sampled.has(index)) continue;
			const at = first + index;
			verifying.push(
				isGenuine(platform, { ...who, at: event.at }).then((genuine) => {
					if (genuine) return;
					refused.set(at, { call });
					suspect(platform, id);
				}),
			);
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
