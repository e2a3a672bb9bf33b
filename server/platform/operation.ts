import type { Static, TObject, TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import type { Text } from '#shared/language';
import type { Caller } from './actor.ts';
import type { Db } from './db.ts';
import type { Limit } from './limit.ts';
import { nulFinder } from './nul.ts';
import type { Platform } from './platform.ts';
import type { Who } from './who.ts';
import './formats.ts';

/** What `run` works with. Everything is passed in; there is nothing global to reach for. */
export interface Context {
	/** The operation's transaction. */
	db: Db;
	caller: Caller;
	now: Date;
	platform: Platform;
	/** Says which people the operation is about; they go into the audit row. */
	about(...persons: string[]): void;
	/** Does something after the commit that must not be undone with it, such as sending a message. */
	afterCommit(work: () => Promise<void> | void): void;
}

interface Description<I extends TObject, O extends TSchema> {
	/** `module.verb-noun`: the file, the URL, the audit action, the log line, the metric. */
	name: `${string}.${string}`;
	/** One sentence, for the API's documentation. */
	summary: Text;
	who: Who<Static<I>>;
	input: I;
	output: O;
	/**
	 * What it does with personal data. All but `none` leave an audit row. `records` writes down what people themselves
	 * do or say (a visit, a declaration); `reads` and `changes` are told to the person when somebody else did it.
	 */
	personal: 'none' | 'records' | 'reads' | 'changes';
	/** The reason for looking at somebody else's data, when the operation asks for one. */
	purpose?(input: Static<I>): string;
	caseId?(input: Static<I>): string | undefined;
	/** How large its JSON may be, where 256 KiB are too few: for a file. */
	bodyBytesMax?: number;
	/** How often, counted by the value each function gives (a network address, a phone number). */
	limits?: { what: string; by(input: Static<I>, caller: Caller): string; limit: Limit }[];
}

export interface Operation<I extends TObject = TObject, O extends TSchema = TSchema> extends Description<I, O> {
	run?(context: Context, input: Static<I>): Promise<Static<O>>;
	/** Answers many calls in one transaction, in their order. */
	/** Whom a call concerns. Calls about the same person are never in two batches at once, and keep their order. */
	keys?(input: Static<I>): string[];
	runMany?(context: BatchContext, calls: readonly Call<Static<I>>[]): Promise<Answer<Static<O>>[]>;
	readonly validator: Validator;
	/** Whether a valid input holds a NUL; not there where none can. */
	readonly holdsNul?: (input: unknown) => boolean;
}

export interface Call<Input> {
	input: Input;
	caller: Caller;
	/** When the server got it. */
	now: Date;
}

/** An answer of a batched operation, with the people it was about; a Problem refuses one call and not the others. */
export type Answer<Output> = { output: Output; persons: string[] } | { problem: Error; persons: string[] };

export type BatchContext = Pick<Context, 'db' | 'platform' | 'now'>;

/** Declares an operation that runs alone in its own transaction. */
export function operation<I extends TObject, O extends TSchema>(
	description: Description<I, O> & { run: (context: Context, input: Static<I>) => Promise<Static<O>> },
): Operation<I, O> {
	return { ...description, ...checkOf(description.input) };
}

/** Declares an operation whose calls are gathered and written together. */
export function batchedOperation<I extends TObject, O extends TSchema>(
	description: Description<I, O> & {
		keys: (input: Static<I>) => string[];
		runMany: (context: BatchContext, calls: readonly Call<Static<I>>[]) => Promise<Answer<Static<O>>[]>;
	},
): Operation<I, O> {
	return { ...description, ...checkOf(description.input) };
}

const checkOf = (input: TObject) => ({
	validator: Compile(input) as unknown as Validator,
	holdsNul: nulFinder(input),
});
