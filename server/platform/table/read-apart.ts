import type { ProblemCode } from '#shared/problems';
import { Problem } from '../problem.ts';
import { openThread } from '../thread.ts';

type Fault = { fault: ProblemCode; values?: Record<string, string | number> };

/**
 * What a file somebody sent holds, read in a thread of its own: a large or malicious workbook must not hold the server up.
 * The thread is given the content, or `asked` with it. Throws a Problem about the field `file` for one that is empty, too large or cannot be read.
 */
export async function readApart<Reading extends object>(
	threadFile: URL,
	content: Uint8Array,
	{ megabytesMax, seconds = 30, asked }: { megabytesMax: number; seconds?: number; asked?: object },
): Promise<Exclude<Reading, Fault>> {
	if (!content.length) throw new Problem('sheet-empty', { field: 'file' });
	if (content.length > megabytesMax * 1024 * 1024)
		throw new Problem('file-too-large', { field: 'file', values: { megabytesMax } });
	const thread = openThread<unknown, Reading | Fault>(threadFile, { seconds, memoryMegabytes: 512 });
	try {
		const reading = await thread.ask(asked ? { ...asked, content } : content);
		if ('fault' in reading) throw new Problem(reading.fault, { field: 'file', values: reading.values });
		return reading as Exclude<Reading, Fault>;
	} catch (error) {
		throw error instanceof Problem ? error : new Problem('sheet-unreadable', { field: 'file', cause: error });
	} finally {
		await thread.close();
	}
}
