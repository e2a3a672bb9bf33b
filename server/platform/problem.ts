import { type ProblemCode, problems } from '#shared/problems';

export interface ProblemOptions {
	/** The input field it is about, as a path: `phone`, `answers.full-name`. */
	field?: string;
	/** Several fields at once, for a refused form. */
	fields?: { field: string; code?: ProblemCode; text?: { vi: string; en: string } }[];
	/** What fills the {placeholders} of the texts. Never a name, phone or document number. */
	values?: Record<string, string | number>;
	retryAfterSeconds?: number;
	cause?: unknown;
}

/** Something a person can cause, with words for them. Whatever is not a Problem is a bug. */
export class Problem extends Error {
	readonly code: ProblemCode;
	readonly options: ProblemOptions;

	constructor(code: ProblemCode, options: ProblemOptions = {}) {
		super(code, { cause: options.cause });
		this.name = 'Problem';
		this.code = code;
		this.options = options;
	}

	get status(): number {
		return problems[this.code].status;
	}

	/** The document of RFC 9457, in both languages. */
	toDocument(instance?: string) {
		const { status, title, detail } = problems[this.code];
		const { field, fields, values = {}, retryAfterSeconds } = this.options;
		const all = { ...values, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) };
		const fill = (text: string) => text.replace(/\{(\w+)\}/g, (whole, name) => String(all[name as never] ?? whole));
		return {
			type: `/api/problems#${this.code}`,
			code: this.code,
			status,
			title: fill(title.vi),
			detail: fill(detail.vi),
			titleEn: fill(title.en),
			detailEn: fill(detail.en),
			...(field ? { field } : {}),
			...(fields ? { fields } : {}),
			...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
			...(instance ? { instance } : {}),
		};
	}
}
