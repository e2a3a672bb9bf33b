import { pino } from 'pino';

/** A structured log line a request. It never gets input, output, names, phones, numbers or tokens: only what is listed where it is called. */
export type Log = Pick<ReturnType<typeof pino>, 'info' | 'warn' | 'error' | 'debug'>;

export function openLog(level: string): Log {
	return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}

/** What may be said of an unexpected error: its kind, message and stack, but no statement values. */
export function describeError(error: unknown) {
	if (!(error instanceof Error)) return { message: 'not an Error' };
	const { code, constraint, table } = error as { code?: string; constraint?: string; table?: string };
	// PostgreSQL's detail line repeats the values of a broken row, so it is left out; so is a message that quotes one.
	const message = code && /^\d/.test(code) ? `database error ${code}` : error.message;
	const stack = error.stack
		?.split('\n')
		.filter((line) => line.trimStart().startsWith('at '))
		.slice(0, 12);
	return { kind: error.name, message, code, constraint, table, stack };
}
