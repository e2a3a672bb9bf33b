import type { Text } from '#shared/language';
import { GateFault } from '#web/gate/gate.ts';

/** Asks an operation of the server. Throws a `ServerFault`. */
export type Ask = <Output>(operation: string, input: object, how?: AskHow) => Promise<Output>;

export interface AskHow {
	/** The device's token. */
	token?: string | undefined;
	timeoutMilliseconds?: number;
}

/** The server refused, or did not answer. */
export class ServerFault extends GateFault {
	/** Absent when there was no answer. */
	readonly status: number | undefined;
	readonly retryAfterSeconds: number | undefined;

	constructor(words: Text, options: FaultOptions = {}) {
		super(words, options);
		this.status = options.status;
		this.retryAfterSeconds = options.retryAfterSeconds;
	}

	/** The same question will never be answered otherwise. */
	get isForGood(): boolean {
		const { status } = this;
		return status !== undefined && status >= 400 && status < 500 && ![401, 403, 408, 425, 429].includes(status);
	}
}

type FaultOptions = ErrorOptions & Partial<Pick<ServerFault, 'code' | 'fields' | 'status' | 'retryAfterSeconds'>>;

const usualTimeout = 10_000;

/** Operations over the network with `fetch`; the address is that of the page. */
export const askOver =
	(fetch: typeof globalThis.fetch): Ask =>
	async <Output>(operation: string, input: object, { token, timeoutMilliseconds = usualTimeout }: AskHow = {}) => {
		const response = await answered(
			fetch(`/api/v1/${operation}`, {
				method: 'POST',
				headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
				body: JSON.stringify(input),
				// A manager's own cookie has nothing to do with what a device does.
				credentials: 'omit',
				cache: 'no-store',
				signal: AbortSignal.timeout(timeoutMilliseconds),
			}),
		);
		const said = await answered(response.json());
		if (!response.ok) throw toFault(response, said as Partial<ProblemDocument>);
		return said as Output;
	};

/** What was under way until the network or the time limit ended it. */
async function answered<Answer>(asking: Promise<Answer>): Promise<Answer> {
	try {
		return await asking;
	} catch (cause) {
		throw new ServerFault(noAnswer, { cause });
	}
}

interface ProblemDocument {
	code: string;
	title: string;
	titleEn: string;
	detail: string;
	detailEn: string;
	field: string;
	fields: { field: string; text?: Text }[];
	retryAfterSeconds: number;
}

function toFault({ status, headers }: Response, problem: Partial<ProblemDocument>): ServerFault {
	const { code, title, titleEn, detail, detailEn, field } = problem;
	const words = title && titleEn ? { vi: sentence(title, detail), en: sentence(titleEn, detailEn) } : noAnswer;
	const asked = problem.retryAfterSeconds ?? Number.parseInt(headers.get('retry-after') ?? '', 10);
	return new ServerFault(words, {
		status,
		code,
		fields: problem.fields ?? (field ? [{ field }] : []),
		retryAfterSeconds: Number.isFinite(asked) ? asked : undefined,
	});
}

const sentence = (title: string, detail = '') => `${title}. ${detail}`.trim();

const noAnswer: Text = {
	vi: 'Máy chủ chưa trả lời. Hãy kiểm tra mạng rồi thử lại.',
	en: 'The server does not answer. Check the network, then try again.',
};
