import { openThread } from '#platform/thread';
import { countNumbers, type Numbers } from './count.ts';
import type { NumbersQuestion } from './question.ts';

/** Below so many bytes counting takes less time than starting a thread does. */
const besideBytes = 4_000_000;

const threadFile = new URL('./numbers-thread.ts', import.meta.url);

/** Counts the numbers: small outbreaks at once, large ones in a thread, so that the server goes on answering. */
export async function countApart(question: NumbersQuestion): Promise<Numbers> {
	const { cases, links, contacts } = question;
	if (cases.length + links.length + contacts.length < besideBytes) return countNumbers(question);
	const thread = openThread<NumbersQuestion, Numbers>(threadFile, { seconds: 30, memoryMegabytes: 512 });
	try {
		return await thread.ask(question);
	} finally {
		await thread.close();
	}
}
