import type { GateScan } from '#shared/gate/scan';
import type { Text } from '#shared/language';
import { anywhereProblems } from '#shared/problems/anywhere';
import { declarationsProblems } from '#shared/problems/declarations';
import { gateProblems } from '#shared/problems/gate';
import { placesProblems } from '#shared/problems/places';
import type { ProblemWords } from '#shared/problems/problem-words';
import { ServerFault } from './ask-server.ts';
import type { ScanAnswer } from './device-operations.ts';
import { settle, takeBatch } from './queue.ts';
import type { Store, WaitingScan } from './store.ts';

/** Tells the server of scans of one kind; it answers each. */
export type Tell = (scans: readonly GateScan[]) => Promise<readonly ScanAnswer[]>;

export interface Sending {
	store: Store;
	record: Tell;
	/** Scans from this order on stay, for the guard to take back. */
	heldFrom?: number | undefined;
}

/** More than a gate scans in a week; what is left then goes with the next sending. */
const mostBatches = 1_000;

/**
 * Sends what waits, in its order, batch by batch; each leaves the queue when the server has answered it. What the server
 * refuses for good is listed with its reason. Throws a `ServerFault` when the rest must wait.
 */
export async function sendQueue({ store, record, heldFrom }: Sending): Promise<void> {
	for (let batches = 0; batches < mostBatches; batches++) {
		const batch = await takeBatch(store, heldFrom);
		if (!batch.length) return;
		await sendBatch(store, record, batch);
	}
}

/** A batch the server cannot take is halved, down to the one scan that spoils it. */
async function sendBatch(store: Store, record: Tell, batch: readonly WaitingScan[]): Promise<void> {
	try {
		const answers = await record(batch.map(({ scan }) => scan));
		await settleAnswered(store, batch, answers);
	} catch (error) {
		if (!(error instanceof ServerFault && error.isForGood)) throw error;
		const [only, ...others] = batch;
		if (only && !others.length) return settle(store, [], [{ ...only, words: error.words }]);
		const half = Math.ceil(batch.length / 2);
		await sendBatch(store, record, batch.slice(0, half));
		await sendBatch(store, record, batch.slice(half));
	}
}

/** What the server could not take just now stops those behind it, so that the order of the gate holds. */
async function settleAnswered(store: Store, batch: readonly WaitingScan[], answers: readonly ScanAnswer[]) {
	const waits = batch.findIndex((_scan, index) => !answers[index] || isForLater(answers[index]));
	const answered = waits < 0 ? batch : batch.slice(0, waits);
	const refused = answered.flatMap((scan, index) => {
		const words = wordsOf(answers[index]?.problem);
		return words ? [{ ...scan, words }] : [];
	});
	const stored = answered.filter((_scan, index) => answers[index]?.problem === undefined);
	await settle(store, stored, refused);
	if (waits >= 0) throw new ServerFault(anywhereProblems.busy.title, { status: 503 });
}

/** What may be wrong with a scan; the words of everything else would only weigh on the device. */
const problems: Readonly<Record<string, ProblemWords>> = {
	...anywhereProblems,
	...placesProblems,
	...declarationsProblems,
	...gateProblems,
};

const statusOf = (problem: string): number => problems[problem]?.status ?? 422;

const isForLater = ({ problem }: ScanAnswer): boolean =>
	problem !== undefined && (statusOf(problem) >= 500 || statusOf(problem) === 429);

function wordsOf(problem: string | undefined): Text | undefined {
	if (problem === undefined) return undefined;
	return problems[problem]?.title ?? { vi: `Máy chủ không nhận (${problem})`, en: `Refused (${problem})` };
}
