import { parentPort, Worker } from 'node:worker_threads';

/** Work for the processor that would keep the server from answering meanwhile, in a thread of its own. */
export interface Thread<Question, Answer> {
	/** One question at a time. Rejects when the thread fails, takes too long or needs too much memory. */
	ask(question: Question): Promise<Answer>;
	close(): Promise<void>;
}

interface Bounds {
	/** For each answer. */
	seconds: number;
	memoryMegabytes: number;
}

/** Starts a thread with the file that calls `answerQuestions`. Close it when all is asked. */
export function openThread<Question, Answer>(
	file: URL,
	{ seconds, memoryMegabytes }: Bounds,
): Thread<Question, Answer> {
	const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes } });
	// Between two questions nobody waits for what goes wrong; the next question finds the thread gone.
	worker.on('error', () => {});
	return {
		ask: (question) =>
			new Promise((resolve, reject) => {
				const end = (settle: () => void) => {
					clearTimeout(timer);
					worker.off('message', onAnswer).off('error', onError).off('exit', onExit);
					settle();
				};
				const onAnswer = (answer: Answer) => end(() => resolve(answer));
				const onError = (error: unknown) => end(() => reject(error));
				const onExit = () => end(() => reject(new Error('the thread has ended')));
				const timer = setTimeout(() => {
					void worker.terminate();
					end(() => reject(new Error(`the thread took longer than ${seconds} seconds`)));
				}, seconds * 1_000);
				worker.on('message', onAnswer).on('error', onError).on('exit', onExit);
				if (worker.threadId === -1) onExit();
				else worker.postMessage(question);
			}),
		close: async () => void (await worker.terminate()),
	};
}

/** In the thread: answers one question after the other. */
export function answerQuestions<Question, Answer>(answer: (question: Question) => Promise<Answer>): void {
	let before: Promise<void> = Promise.resolve();
	parentPort!.on('message', (question: Question) => {
		before = before.then(async () => parentPort!.postMessage(await answer(question)));
	});
}
