import { sameAsAtDoor } from '#identity';
import type { BatchContext } from '#platform/operation';
import type { Recorded, Told } from './record-reports.ts';

interface Asked {
	one: Told;
	/** Which report of its call it is. */
	report: number;
}

/** Whoever is known under several ids reports for all duties, whichever id a duty was begun under. */
export async function underAllIds(context: BatchContext, calls: readonly (readonly Told[])[]): Promise<Asked[][]> {
	const same = await sameAsAtDoor(context, [...new Set(calls.flatMap((call) => call.map(({ person }) => person)))]);
	return calls.map((call) =>
		call.flatMap((one, report) => [
			{ one, report },
			...same.get(one.person)!.flatMap((id) => (id === one.person ? [] : [{ one: { ...one, person: id }, report }])),
		]),
	);
}

/** Of each report what became of it: where nothing was due under the id it was told for, what became of it under another. */
export function asOne(call: readonly Asked[], recorded: readonly Recorded[]): Recorded[] {
	const answers: Recorded[] = [];
	for (const [at, { report }] of call.entries()) {
		const [known, one] = [answers[report], recorded[at]!];
		if (!known) answers[report] = one;
		else if (known.outcome === 'not-due') answers[report] = { ...one, person: known.person };
	}
	return answers;
}
