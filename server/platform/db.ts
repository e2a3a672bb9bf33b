import pg from 'pg';
import QueryStream from 'pg-query-stream';
import { Problem } from './problem.ts';
import { readMoment } from './read-moment.ts';
import type { Sql } from './sql.ts';

/** What a query function needs: a transaction, or the pool for a single statement. */
export interface Db {
	/** All rows. */
	rows<Row>(statement: Sql<Row>): Promise<Row[]>;
	/** The first row, or undefined. */
	find<Row>(statement: Sql<Row>): Promise<Row | undefined>;
	/** The only row; none or several is a bug. */
	one<Row>(statement: Sql<Row>): Promise<Row>;
	/** Runs a statement and says how many rows it touched. */
	run(statement: Sql): Promise<number>;
}

export interface Database extends Db {
	/**
	 * Runs `work` in one transaction: commits when it resolves, rolls back when it throws. The statements of `last` travel
	 * together with the commit.
	 */
	transaction<T>(work: (db: Db) => Promise<T>, last?: (db: Db, result: T) => Promise<void>): Promise<T>;
	/** Reads any number of rows without holding them all. */
	stream<Row>(statement: Sql<Row>): AsyncIterable<Row>;
	/** One connection outside the pool's rules, for migrations and imports. */
	connect(): Promise<pg.PoolClient>;
	readonly pool: pg.Pool;
	close(): Promise<void>;
}

// Days stay text (a JavaScript Date would move them across time zones); bigint stays text (ids do not fit a number).
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, readMoment);

export interface DatabaseOptions {
	url: string;
	/** Connections at most. */
	connections?: number;
	/** A statement may take this long. Long imports and rewrites raise it for themselves. */
	statementSeconds?: number;
}

export function openDatabase({ url, connections = 12, statementSeconds = 10 }: DatabaseOptions): Database {
	const pool = new pg.Pool({
		connectionString: url,
		max: connections,
		// A statement is sent without waiting for the answer to the one before: half the waiting of a transaction.
		pipeline: true,
		keepAlive: true,
		connectionTimeoutMillis: 3_000,
		statement_timeout: statementSeconds * 1_000,
		lock_timeout: 3_000,
		idle_in_transaction_session_timeout: 15_000,
		application_name: 'vaora',
		options: '-c timezone=UTC',
	});
	// How long to wait for an answer: of each statement, since a stream or a migration may take longer.
	const patience = (statementSeconds + 2) * 1_000;
	// An idle connection that the server closes is replaced at the next use; without a listener it would end the process.
	pool.on('error', () => {});
	pool.on('connect', (client) => client.on('error', () => {}));
	return {
		...statements(pool, patience),
		pool,
		connect: () => pool.connect(),
		transaction: (work, last) => transaction(pool, patience, work, last),
		stream: (statement) => stream(pool, statement),
		close: () => pool.end(),
	};
}

function statements(on: { query(statement: pg.QueryConfig): Promise<pg.QueryResult> }, patience: number): Db {
	const query = async <Row>(statement: Sql<Row>): Promise<pg.QueryResult> => {
		try {
			const { name, text, values } = statement;
			return await on.query({ name, text, values, query_timeout: patience } as unknown as pg.QueryConfig);
		} catch (error) {
			throw isAway(error) ? new Problem('unavailable', { cause: error }) : error;
		}
	};
	return {
		rows: async (statement) => (await query(statement)).rows,
		find: async (statement) => (await query(statement)).rows[0],
		one: async (statement) => {
			const { rows } = await query(statement);
			if (rows.length !== 1) throw new Error(`expected one row, got ${rows.length}: ${statement.text}`);
			return rows[0];
		},
		run: async (statement) => (await query(statement)).rowCount ?? 0,
	};
}

/**
 * A connection is taken with the first statement only. An operation that counts a try outside its transaction first
 * would otherwise hold one connection and wait for another: a dozen of them at once would wait for each other.
 */
async function transaction<T>(
	pool: pg.Pool,
	patience: number,
	work: (db: Db) => Promise<T>,
	last?: (db: Db, result: T) => Promise<void>,
): Promise<T> {
	let begun: Promise<Begun> | undefined;
	const query = async (statement: pg.QueryConfig) => (await (begun ??= begin(pool))).client.query(statement);
	try {
		const db = statements({ query }, patience);
		const result = await work(db);
		const ended = last?.(db, result);
		if (begun) await commit(await begun, ended);
		else await ended;
		return result;
	} catch (error) {
		await begun
			?.then(({ client }) =>
				client.query('rollback').then(
					() => client.release(),
					() => client.release(true),
				),
			)
			.catch(() => {});
		throw isAway(error) ? new Problem('unavailable', { cause: error }) : error;
	}
}

/** Resolves once all is done and durable. After a failed statement PostgreSQL answers COMMIT with a rollback. */
async function commit({ client, begin }: Begun, ended: Promise<void> | undefined): Promise<void> {
	const answers = await Promise.allSettled([begin, ended, client.query('commit')]);
	for (const answer of answers) if (answer.status === 'rejected') throw answer.reason;
	const { command } = (answers[2] as PromiseFulfilledResult<pg.QueryResult>).value;
	if (command !== 'COMMIT') throw new Error(`the transaction ended with ${command}`);
	client.release();
}

interface Begun {
	client: pg.PoolClient;
	begin: Promise<unknown>;
}

async function begin(pool: pg.Pool): Promise<Begun> {
	const client = await pool.connect().catch((cause) => {
		throw new Problem('unavailable', { cause });
	});
	// BEGIN travels with the first statement of the work: it is sent without waiting for its answer.
	const answer = client.query('begin');
	answer.catch(() => {});
	return { client, begin: answer };
}

async function* stream<Row>(pool: pg.Pool, statement: Sql<Row>): AsyncIterable<Row> {
	// Read bit by bit, which a connection whose statements travel together cannot.
	const client = new pg.Client({ ...pool.options, pipeline: false });
	client.on('error', () => {});
	try {
		await client.connect();
		await client.query('begin; set local statement_timeout = 0');
		yield* client.query(new QueryStream(statement.text, statement.values as unknown[], { batchSize: 1_000 }));
		await client.query('commit');
	} finally {
		// Whoever reads may stop early or fail, in the middle of an answer.
		await client.end();
	}
}

const awayCodes = new Set(['57P01', '57P02', '57P03', '53300', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']);

function isAway(error: unknown): boolean {
	if (!(error instanceof Error) || error instanceof Problem) return false;
	const code = (error as { code?: string }).code ?? '';
	return awayCodes.has(code) || /^08/.test(code) || /Connection terminated|timeout exceeded when/.test(error.message);
}

/** The name of the constraint that a failed statement broke, so that a module can say it as a Problem. */
export function brokenConstraint(error: unknown): string | undefined {
	return error instanceof pg.DatabaseError ? error.constraint : undefined;
}

const lateCodes = new Set(['57014', '55P03', '40P01']);

/** Whether a statement took too long, waited too long for others, or stood in their way: later it may well go through. */
export function isLate(error: unknown): boolean {
	return error instanceof pg.DatabaseError && lateCodes.has(error.code ?? '');
}

/** Whether a statement failed for a number its column cannot hold: an id or a cursor of any digits somebody made up. */
export function isOutOfRange(error: unknown): boolean {
	return error instanceof pg.DatabaseError && error.code === '22003';
}
