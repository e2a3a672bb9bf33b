import type { Config } from '#platform/config';
import { isUnreached } from '#platform/unreached';
import { keepInOutbox } from './outbox.ts';

/** A text message with the name under which a gateway knows it, however often it is handed over. */
export interface Parcel {
	key: string;
	phone: string;
	text: string;
}

/**
 * What became of it: `taken` by the gateway; `refused` for good, the number is none; `later`, surely not taken; `unsure`,
 * when the gateway was asked and nobody heard the answer.
 */
export type Delivery = 'taken' | 'refused' | 'later' | 'unsure';

export type Gateway = Pick<Config, 'production' | 'smsUrl' | 'smsBatch'>;

const patience = 10_000;
const atOnce = 16;

/**
 * Hands messages over to the gateway of `VAORA_SMS_URL`, each under its key as `Idempotency-Key`; where `VAORA_SMS_BATCH`
 * is more than one, so many in a request as `{"messages": [{"id", "to", "text"}]}`, answered by `{"results": [{"id",
 * "state"}]}`. Answers in the order of the parcels. Outside production they are kept in the outbox too.
 */
export async function deliver(gateway: Gateway, parcels: readonly Parcel[]): Promise<Delivery[]> {
	if (!gateway.production) for (const { phone, text } of parcels) keepInOutbox(phone, text);
	const { smsUrl, smsBatch } = gateway;
	if (!smsUrl) return parcels.map(() => 'taken');
	const pieces = cut(parcels, smsBatch);
	const answers: Delivery[][] = [];
	let next = 0;
	const work = async () => {
		for (let index = next++; index < pieces.length; index = next++)
			answers[index] =
				smsBatch > 1 ? await handOverMany(smsUrl, pieces[index]!) : [await handOver(smsUrl, pieces[index]![0]!)];
	};
	await Promise.all(Array.from({ length: Math.min(atOnce, pieces.length) }, work));
	return answers.flat();
}

function cut<T>(all: readonly T[], size: number): T[][] {
	return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
		all.slice(index * size, (index + 1) * size),
	);
}

async function handOver(url: string, { key, phone, text }: Parcel): Promise<Delivery> {
	const answer = await post(url, { to: phone, text }, key);
	return typeof answer === 'string' ? answer : 'taken';
}

async function handOverMany(url: string, parcels: readonly Parcel[]): Promise<Delivery[]> {
	const messages = parcels.map(({ key, phone, text }) => ({ id: key, to: phone, text }));
	const answer = await post(url, { messages });
	if (typeof answer === 'string') return parcels.map(() => (answer === 'refused' ? 'later' : answer));
	const states = readStates(await answer.json().catch(() => undefined));
	return parcels.map(({ key }) => states.get(key) ?? 'unsure');
}

function readStates(answer: unknown): Map<string, Delivery> {
	const results = (answer as { results?: unknown } | undefined)?.results;
	if (!Array.isArray(results)) return new Map();
	return new Map(
		results.flatMap((one: { id?: unknown; state?: unknown } | null) =>
			one?.state === 'taken' || one?.state === 'refused' || one?.state === 'later' ? [[String(one.id), one.state]] : [],
		),
	);
}

/** The gateway's answer when it took what was sent, else what became of it. */
async function post(url: string, body: unknown, key?: string): Promise<Response | Exclude<Delivery, 'taken'>> {
	try {
		const response = await fetch(url, {
			method: 'POST',
			headers: { 'content-type': 'application/json', ...(key ? { 'idempotency-key': key } : {}) },
			body: JSON.stringify(body),
			signal: AbortSignal.timeout(patience),
		});
		return response.ok ? response : readFault(response.status);
	} catch (error) {
		return isUnreached(error) ? 'later' : 'unsure';
	}
}

/** By our contract with a gateway only these two leave open whether it took the message; any other fault says it did not. */
function readFault(status: number): Exclude<Delivery, 'taken'> {
	if (status === 408 || status === 504) return 'unsure';
	return [400, 404, 410, 422].includes(status) ? 'refused' : 'later';
}
