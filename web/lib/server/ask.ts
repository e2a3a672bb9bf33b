import { error, fail, type RequestEvent, redirect } from '@sveltejs/kit';
import type { Static, TObject, TSchema } from 'typebox';
import { call } from '#platform/call';
import type { Operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { running } from '#platform/running';
import type { Language, Text } from '#shared/language';
import { wordsIn } from '#web/ui/words.ts';

/** What a form shows of a problem: a summary, and what is wrong with which field. */
export interface Fault {
	title: string;
	detail: string;
	code: string;
	fields: { field: string; text: string }[];
}

/** Calls an operation for whoever asks for the page. Throws the operation's Problems. */
export const ask = <I extends TObject, O extends TSchema>(
	event: Pick<RequestEvent, 'locals'>,
	operation: Operation<I, O>,
	input: Static<I>,
): Promise<Static<O>> => call(running.platform!, operation, event.locals.caller, input);

/** What to say of a field where the operation has no words of its own. */
export type FieldTexts = Readonly<Record<string, Text>>;

/** For a page's load: a Problem becomes the page that says it; who is not signed in (as who they must be) is asked to. */
export async function askOrShow<I extends TObject, O extends TSchema>(
	event: Pick<RequestEvent, 'locals' | 'url'>,
	operation: Operation<I, O>,
	input: Static<I>,
): Promise<Static<O>> {
	try {
		return await ask(event, operation, input);
	} catch (problem) {
		if (!(problem instanceof Problem)) throw problem;
		if (problem.code === 'not-signed-in' || isWrongDoor(event)) redirect(303, signInPath(event.url));
		// A page's input is its address: one that cannot be is the address of no page.
		const shown = problem.code === 'invalid-input' ? new Problem('not-found', { cause: problem }) : problem;
		show(shown, event.locals.language);
	}
}

/** Throws the page that says a Problem, with the way back to another where there is one. */
export function show(problem: Problem, language: Language, back?: string): never {
	const { title, detail, code } = toFault(problem, language);
	error(problem.status, title, { detail, code, ...(back ? { back } : {}) });
}

/** For a form's action: a Problem gives the same form back, filled in, with what to mend. */
export async function askOrReturn<T>(
	event: RequestEvent,
	values: Record<string, unknown>,
	work: () => Promise<T>,
	texts?: FieldTexts,
) {
	try {
		return await work();
	} catch (problem) {
		if (!(problem instanceof Problem)) throw problem;
		return fail(problem.status, { fault: toFault(problem, event.locals.language, texts), values });
	}
}

/** Somebody signed in by phone stands before the officers' pages. */
const isWrongDoor = ({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>) =>
	url.pathname.startsWith('/console') && locals.caller.actor.kind !== 'staff';

/** Where to sign in and come back from. Officers sign in elsewhere than people. */
export const signInPath = (url: URL): string =>
	`${url.pathname.startsWith('/console') ? '/console/sign-in' : '/sign-in'}?to=${encodeURIComponent(url.pathname + url.search)}`;

/** Only a path of this site: a link may not lead elsewhere after signing in, nor by a tab that browsers leave out. */
export const readReturnPath = (text: string | null, fallback: string): string =>
	text && /^\/(?![/\\])\P{Cc}*$/u.test(text) ? text : fallback;

/** A Problem in the words of whoever reads the page. */
export function toFault(problem: Problem, language: Language, texts: FieldTexts = {}): Fault {
	const document = problem.toDocument();
	const { field, fields = [] } = problem.options;
	const title = language === 'vi' ? document.title : document.titleEn;
	const wait = waitInWords(problem.options.retryAfterSeconds ?? 0, language);
	const detail = wait ?? (language === 'vi' ? document.detail : document.detailEn);
	const say = (text: Text | undefined) => text?.[language] ?? `${title}. ${detail}`;
	const listed = fields.length ? fields : field ? [{ field }] : [];
	return {
		title,
		detail,
		code: problem.code,
		fields: listed.map((one) => ({
			// A name in two languages has an input for each.
			field: one.field
				.replace(/^answers\./, '')
				.replace(/^name\.(vi|en)$/, (_, language) => (language === 'vi' ? 'nameVi' : 'nameEn')),
			text: say(('text' in one ? one.text : undefined) ?? texts[one.field]),
		})),
	};
}

/** How long to wait, when counting seconds would not help anybody. */
function waitInWords(seconds: number, language: Language): string | undefined {
	if (seconds < 90) return undefined;
	const minutes = Math.ceil(seconds / 60);
	const hours = Math.ceil(minutes / 60);
	const t = wordsIn(language);
	if (minutes < 90) return t(`Hãy đợi ${minutes} phút rồi thử lại.`, `Wait ${minutes} minutes, then try again.`);
	return t(`Hãy đợi ${hours} giờ rồi thử lại.`, `Wait ${hours} hours, then try again.`);
}
