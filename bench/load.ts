import { Connection } from './connection.ts';

/** One request to make: where, as whom, what. `key` names the write it asks for. */
export interface Request {
	path: string;
	token: string;
	body: string;
	keys: string[];
}

export interface LoadResult {
	/** Requests answered 200, a second. */
	rate: number;
	/** Milliseconds, from the moment a request was meant to be sent. */
	p50: number;
	p95: number;
	p99: number;
	answered: number;
	refused: number;
	/** The writes the server acknowledged. */
	acknowledged: string[];
}

interface LoadOptions {
	port: number;
	connections: number;
	/** Requests under way at once on each connection. */
	depth: number;
	seconds: number;
	next(): Request;
}

/** As many as the server takes: every connection asks again as soon as it is answered. */
export async function runClosedLoop({ port, connections, depth, seconds, next }: LoadOptions): Promise<LoadResult> {
	const tally = newTally();
	const startedAt = performance.now();
	const until = startedAt + seconds * 1_000;
	await onConnections({ port, connections, depth }, async (connection) => {
		while (performance.now() < until) await ask(connection, next(), performance.now(), tally);
	});
	return sum(tally, (performance.now() - startedAt) / 1_000);
}

/**
 * A fixed rate, whatever the server does: requests are due at set moments and their time counts from then, so that a
 * pause of the server is seen by everyone who would have come during it.
 */
export async function runOpenLoop(options: LoadOptions & { perSecond: number }): Promise<LoadResult> {
	const { port, connections, depth, seconds, perSecond, next } = options;
	const tally = newTally();
	const startedAt = performance.now();
	const total = Math.round(perSecond * seconds);
	let made = 0;
	await onConnections({ port, connections, depth }, async (connection) => {
		while (made < total) {
			const dueAt = startedAt + (made++ / perSecond) * 1_000;
			const wait = dueAt - performance.now();
			if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
			await ask(connection, next(), Math.max(dueAt, startedAt), tally);
		}
	});
	return sum(tally, (performance.now() - startedAt) / 1_000);
}

async function onConnections(
	{ port, connections, depth }: Pick<LoadOptions, 'port' | 'connections' | 'depth'>,
	work: (connection: Connection) => Promise<void>,
) {
	const open = await Promise.all(Array.from({ length: connections }, () => Connection.open(port)));
	await Promise.all(open.flatMap((connection) => Array.from({ length: depth }, () => work(connection))));
	for (const connection of open) connection.close();
}

const newTally = () => ({ times: [] as number[], refused: 0, acknowledged: [] as string[] });

async function ask(connection: Connection, request: Request, since: number, tally: ReturnType<typeof newTally>) {
	const { status } = await connection.post(request.path, request.token, request.body);
	if (status === 200) {
		tally.times.push(performance.now() - since);
		for (const key of request.keys) tally.acknowledged.push(key);
	} else tally.refused++;
}

function sum({ times, refused, acknowledged }: ReturnType<typeof newTally>, seconds: number): LoadResult {
	const sorted = Float64Array.from(times).sort();
	const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
	return {
		rate: times.length / seconds,
		p50: at(0.5),
		p95: at(0.95),
		p99: at(0.99),
		answered: times.length,
		refused,
		acknowledged,
	};
}
