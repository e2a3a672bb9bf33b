import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { addPersons, listReaches } from '#identity';
import { countMessages, type NewMessage, queueMessages, sendDue } from '#messages';
import { deliver } from '#notifications';
import { newId } from '#platform/ids';
import type { Platform } from '#platform/platform';
import { settleAbandoned } from '../server/messages/send-due.ts';
import { format } from './check-ins.ts';
import type { Bench } from './installation.ts';
import type { Report } from './report.ts';

const page = 5_000;
const inRequest = 500;
const workersCount = 4;

/**
 * An alert to many people: queued, then sent by four workers of which one is killed half-way, to a gateway that takes
 * five hundred in a request. The baseline is the loop everybody writes first: read a person, send, write it down.
 */
export async function benchMessages({ platform }: Bench, count: number, report: Report) {
	report.section(`${format(count)} messages to as many people, four workers, one of them killed`);
	const persons = await addPeople(platform, count);
	const sourceId = newId();
	const gateway = await openSink();

	const startedAt = performance.now();
	for (let start = 0; start < count; start += page)
		await platform.db.transaction((db) =>
			queueMessages(db, persons.slice(start, start + page).map(toMessage(sourceId)), new Date()),
		);
	const queued = (performance.now() - startedAt) / 1_000;
	await platform.db.pool.query('analyze messages.message');
	const seconds = await sendByWorkers(gateway, count);
	await settleRest(platform);

	const { sent, unsure } = await countMessages(platform.db, sourceId);
	const doubled = gateway.calls() - gateway.different();
	const baseline = await sendOneByOne(platform, persons.slice(0, 2_000), gateway.url);
	const rate = count / seconds;
	const wanted = `≤ ${Math.round((60 * count) / 1e6)} s for both`;
	report.row('queued', `${queued.toFixed(1)} s, ${format(count / queued)}/s`, '', wanted);
	report.row('sent', `${seconds.toFixed(1)} s, ${format(rate)}/s`, `${(rate / baseline).toFixed(1)} ×`, '');
	report.row('baseline: one by one', `${format(baseline)}/s`);
	report.row('missed, doubled', `${count - sent - unsure} missed, ${doubled} doubled`, '', '0, 0');
	report.row('unsure, in the killed worker’s hands', `${unsure}`, '', `≤ ${inRequest}`);
	gateway.close();
}

async function addPeople({ db, keys }: Platform, count: number): Promise<string[]> {
	const persons: string[] = [];
	for (let start = 0; start < count; start += page) {
		const profiles = Array.from({ length: Math.min(page, count - start) }, (_, index) => ({
			fullName: 'Người Đo Thử',
			nationality: 'VN',
			phone: `+849${String(start + index).padStart(8, '0')}`,
		}));
		persons.push(...(await db.transaction((own) => addPersons({ db: own, keys, now: new Date() }, profiles))));
	}
	return persons;
}

const toMessage = (sourceId: string) => {
	const text = {
		vi: 'CẢNH BÁO Y TẾ: bạn đã đến Chợ Long Biên, 08:00 21/11/2026 - 10:30, cùng lúc với ca bệnh.',
		en: 'HEALTH WARNING',
	};
	const expiresAt = new Date(Date.now() + 86_400_000);
	return (personId: string): NewMessage => ({
		...{ personId, key: `alert ${sourceId}`, kind: 'alert', sourceId, areaPath: '1', text, expiresAt },
		mayWakeAtNight: true,
	});
};

/** A gateway that takes messages by the hundreds, or one, and counts them by their key. */
async function openSink() {
	const seen = new Map<string, number>();
	const server = createServer(async (request, response) => {
		const parts: Buffer[] = [];
		for await (const part of request) parts.push(part);
		const { messages } = JSON.parse(Buffer.concat(parts).toString()) as { messages?: { id: string }[] };
		for (const { id } of messages ?? []) seen.set(id, (seen.get(id) ?? 0) + 1);
		const results = messages?.map(({ id }) => ({ id, state: 'taken' }));
		response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ results }));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		different: () => seen.size,
		calls: () => [...seen.values()].reduce((sum, times) => sum + times, 0),
		close: () => void server.close().closeAllConnections(),
	};
}

async function sendByWorkers(gateway: { url: string; different(): number }, count: number): Promise<number> {
	const env = { ...process.env, VAORA_SMS_URL: gateway.url, VAORA_SMS_BATCH: String(inRequest) };
	const workers = Array.from({ length: workersCount }, () =>
		spawn(process.execPath, [join(import.meta.dirname, 'message-worker.ts')], {
			env,
			stdio: ['pipe', 'pipe', 'inherit'],
		}),
	);
	await Promise.all(workers.map((worker) => once(worker.stdout, 'data')));
	const startedAt = performance.now();
	for (const worker of workers) worker.stdin.write('go\n');
	const ended = Promise.all(workers.map((worker: ChildProcess) => once(worker, 'exit')));
	while (gateway.different() < count / 2) await wait(5);
	workers[0]!.kill('SIGKILL');
	await ended;
	return (performance.now() - startedAt) / 1_000;
}

/** Three minutes later, when what the killed worker had in its hands is known to be nobody's. */
async function settleRest(platform: Platform): Promise<void> {
	const later = { ...platform, clock: { now: () => new Date(Date.now() + 181_000) } };
	while (await settleAbandoned(later));
	await sendDue(later);
}

/** Messages a second. */
async function sendOneByOne({ db, keys }: Platform, persons: readonly string[], smsUrl: string): Promise<number> {
	const startedAt = performance.now();
	for (const person of persons) {
		const reach = (await listReaches({ db, keys }, [person])).get(person)!;
		await deliver({ production: true, smsUrl, smsBatch: 1 }, [{ key: newId(), phone: reach.phone!, text: 'Tin' }]);
		await db.pool.query("insert into messages.wording values ($1, 'Tin', '')", [Buffer.from(person)]);
	}
	return persons.length / ((performance.now() - startedAt) / 1_000);
}
