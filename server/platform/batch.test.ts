import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Batcher } from './batch.ts';
import type { Answer, Call } from './operation.ts';
import { Problem } from './problem.ts';

interface Opened {
	inputs: number[];
	commit(): void;
	fail(error: Error): void;
}

/** A batcher whose commits the test makes by hand. */
function openBatcher() {
	const batches: Opened[] = [];
	const batcher = new Batcher((calls) => {
		const inputs = calls.map(({ input }) => input as number);
		return new Promise<Answer<unknown>[]>((resolve, reject) => {
			const commit = () => resolve(inputs.map((input) => ({ output: input * 10, persons: [] })));
			batches.push({ inputs, commit, fail: reject });
		});
	});
	const add = (input: number, ...keys: string[]) =>
		batcher.add({ input } as unknown as Call<never>, keys.length ? keys : [`${input}`]);
	return { batches, add };
}

const turns = async () => {
	for (let count = 0; count < 5; count++) await turn();
};

test('calls that arrive together are written together, and each gets its own answer', async () => {
	const { batches, add } = openBatcher();

	const answers = [add(1), add(2), add(3)];
	await turns();
	batches[0]!.commit();

	expect(batches.map(({ inputs }) => inputs)).toEqual([[1, 2, 3]]);
	expect(await Promise.all(answers)).toEqual([10, 20, 30]);
});

test('while three commits are in flight calls wait, and what waited is the next batch', async () => {
	const { batches, add } = openBatcher();
	const answers = [];
	for (const input of [1, 2, 3]) {
		answers.push(add(input));
		await turns();
	}

	answers.push(add(4), add(5));
	await turns();
	expect(batches).toHaveLength(3);
	batches[1]!.commit();
	await turns();

	expect(batches[3]!.inputs).toEqual([4, 5]);
	for (const { commit } of batches) commit();
	expect(await Promise.all(answers)).toEqual([10, 20, 30, 40, 50]);
});

test('calls about one person keep their order and are never in two batches at once', async () => {
	const { batches, add } = openBatcher();
	const answers = [add(1, 'a')];
	await turns();

	answers.push(add(2, 'a', 'b'), add(3, 'b'), add(4, 'c'), add(5, 'a'));
	await turns();

	expect(batches.map(({ inputs }) => inputs)).toEqual([[1], [4]]);
	batches[1]!.commit();
	batches[0]!.commit();
	await turns();
	expect(batches[2]!.inputs).toEqual([2, 3, 5]);
	batches[2]!.commit();
	expect(await Promise.all(answers)).toEqual([10, 20, 30, 40, 50]);
});

test('a call that breaks its batch is found by halving and fails alone', async () => {
	let written = 0;
	const batcher = new Batcher(async (calls) => {
		if (calls.some(({ input }) => (input as number) === 37)) throw new Error('cannot be written');
		written += calls.length;
		return calls.map(({ input }) => ({ output: input, persons: [] }));
	});

	const answers = await Promise.allSettled(
		Array.from({ length: 100 }, (_, input) => batcher.add({ input } as unknown as Call<never>, [`${input}`])),
	);

	expect(answers.flatMap((answer, input) => (answer.status === 'rejected' ? [input] : []))).toEqual([37]);
	expect(written).toBe(99);
});

test('when the database is away nothing is tried again piece by piece', async () => {
	const { batches, add } = openBatcher();

	const answers = Promise.allSettled([add(1), add(2), add(3)]);
	await turns();
	batches[0]!.fail(new Problem('unavailable'));

	for (const answer of await answers) expect(answer).toMatchObject({ reason: { code: 'unavailable' } });
	expect(batches).toHaveLength(1);
});

test('a refused call is refused, and the others of its batch are not', async () => {
	const batcher = new Batcher(async (calls) =>
		calls.map(({ input }) =>
			input === (2 as never) ? { problem: new Problem('not-inside'), persons: [] } : { output: input, persons: [] },
		),
	);

	const answers = await Promise.allSettled(
		[1, 2, 3].map((input) => batcher.add({ input } as unknown as Call<never>, [`${input}`])),
	);

	expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('a batch holds a thousand rows at most', async () => {
	const { batches, add } = openBatcher();
	const keys = (from: number) => Array.from({ length: 300 }, (_, index) => `${from + index}`);

	const answers = [0, 300, 600, 900, 1200].map((from) => add(from, ...keys(from)));
	await turns();

	expect(batches.map(({ inputs }) => inputs)).toEqual([[0, 300, 600, 900], [1200]]);
	for (const { commit } of batches) commit();
	await Promise.all(answers);
});

test('past twenty thousand waiting calls the next one is told to come back', async () => {
	const { batches, add } = openBatcher();
	const answers = [add(0, 'a')];
	await turns();
	for (let input = 1; input <= 20_000; input++) answers.push(add(input, 'a'));

	await expect(add(20_001, 'a')).rejects.toMatchObject({ code: 'busy', options: { retryAfterSeconds: 1 } });

	for (let done = 0; done < 40; done++) {
		for (const { commit } of batches) commit();
		await turns();
	}
	expect(await Promise.all(answers)).toHaveLength(20_001);
});
