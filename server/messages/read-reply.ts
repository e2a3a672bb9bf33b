import { fold } from '#shared/text/vietnamese';

/** What somebody means by an answer. */
export type Sort = 'stop' | 'start' | 'wrong-number' | 'answer';

const words: Record<Exclude<Sort, 'answer'>, ReadonlySet<string>> = {
	stop: new Set(['stop', 'dung', 'dung gui', 'dung lai', 'huy', 'tu choi', 'unsubscribe', 'stopall', 'tc']),
	start: new Set(['start', 'tiep', 'tiep tuc', 'nhan', 'nhan lai', 'bat']),
	'wrong-number': new Set(['sai so', 'nham so', 'nham nguoi', 'sai nguoi', 'so nham', 'wrong number', 'wrong']),
};

/** Only an answer that says nothing else ends anything: "dừng ở cổng rồi" is an answer to be read. */
export function readReply(text: string): Sort {
	const said = fold(text)
		.replace(/[^a-z0-9 ]/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
	for (const sort of ['stop', 'start', 'wrong-number'] as const) if (words[sort].has(said)) return sort;
	return 'answer';
}
