/** One command of `npx vaora`. Its name is one word or two: `doctor`, `visits import`. */
export interface Command {
	name: string;
	/** One line for the list of commands. */
	summary: string;
	/** Returns the exit code: 0 when all went well. */
	run(args: readonly string[]): Promise<number>;
}

/** Something is wrong with how a command was called; the message says how it is called. */
export class UsageError extends Error {}
