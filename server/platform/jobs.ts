import { Logger, parseCronItems, type Runner, run } from 'graphile-worker';
import type { Db } from './db.ts';
import { describeError } from './log.ts';
import type { Platform } from './platform.ts';
import { sql } from './sql.ts';

/** Work done later or again and again. It must be able to run twice: a killed worker's job is taken up by another. */
export interface Job {
	/** `module.verb-noun`, like an operation. */
	name: `${string}.${string}`;
	/** Five cron fields in UTC; without them the job runs only when it is queued. */
	cron?: string;
	run(platform: Platform, now: Date, payload: unknown): Promise<void>;
}

/**
 * Queues a job; in a transaction it is there if and when the transaction commits. A job with a key that waits already
 * takes the new payload instead of standing there twice.
 */
export async function enqueue(db: Db, { job, payload, key }: { job: string; payload: unknown; key: string }) {
	await db.run(addJob(job, JSON.stringify(payload), `${job} ${key}`));
}

const addJob = (job: string, payload: string, key: string) => sql`
	select graphile_worker.add_job(identifier => ${job}, payload => ${payload}::json, job_key => ${key}, max_attempts => 5)`;

/** Starts taking jobs from the queue in the database. `stop()` lets the running ones finish. */
export async function startWorker(platform: Platform, jobs: readonly Job[]): Promise<Runner> {
	const taskList = Object.fromEntries(
		jobs.map((job) => [job.name, (payload: unknown) => perform(platform, job, payload)]),
	);
	const crons = jobs.flatMap(({ name, cron }) => (cron ? [{ task: name, identifier: name, match: cron }] : []));
	return run({
		pgPool: platform.db.pool,
		concurrency: 2,
		noHandleSignals: true,
		taskList,
		parsedCronItems: parseCronItems(crons),
		logger: quietLogger(platform),
	});
}

async function perform(platform: Platform, job: Job, payload: unknown): Promise<void> {
	const startedAt = performance.now();
	let outcome = 'failed';
	try {
		await job.run(platform, platform.clock.now(), payload);
		outcome = 'done';
	} catch (error) {
		platform.log.error({ job: job.name, error: describeError(error) });
		throw error;
	} finally {
		platform.metrics.called(job.name, outcome, (performance.now() - startedAt) / 1_000);
	}
}

/** The worker's own messages may quote a payload, so only their level counts. */
function quietLogger(platform: Platform) {
	return new Logger(() => (level, message) => {
		if (level === 'error') platform.log.error({ worker: message.slice(0, 80) });
	});
}
