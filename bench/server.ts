// The product's own server, and beside its operations the handler everyone writes first: one INSERT a request.
import type { AddressInfo } from 'node:net';
import type { FastifyRequest } from 'fastify';
import { newId } from '#platform/ids';
import { hashToken } from '#platform/token';
import { openHttp } from '../server/http.ts';
import { openInstallation } from '../server/installation.ts';
import { modules } from '../server/modules.ts';

const { platform, close } = await openInstallation({ startsDatabase: false });
for (const module of modules) await module.prepare?.(platform);
const app = await openHttp(platform);

interface Plain {
	id: string;
	place: string;
	person: string;
	at: string;
}

const insert = `insert into bench.visit (place_id, entered_at, person_id, visit_id, recorded_at, verdict)
	values ($1, $2, $3, $4, $5, 0) on conflict do nothing`;

app.post('/bench/plain', async ({ body }: FastifyRequest<{ Body: Plain }>) => {
	await platform.db.pool.query(insert, [body.place, body.at, body.person, body.id, new Date()]);
	return { ok: true };
});

/** The same duties one by one: who asks, the declaration, the person's visits, the visit and its audit row. */
app.post('/bench/same-work', async ({ body, headers }: FastifyRequest<{ Body: Plain }>) => {
	const client = await platform.db.pool.connect();
	const ask = (name: string, text: string, values: unknown[]) => client.query({ name: `bench ${name}`, text, values });
	try {
		await client.query('begin');
		const token = hashToken(headers.authorization!.slice(7));
		await ask('session', 'select account_id from identity.session where token_hash = $1 and expires_at > now()', [
			token,
		]);
		await ask('role', 'select name from identity.held_role where place_id = $1 and ended_at is null', [body.place]);
		await ask('standing', 'select level, valid_until from declarations.standing where person_id = $1', [body.person]);
		const since = new Date(Date.now() - 86_400_000);
		const recent = 'select place_id, left_at from bench.visit where person_id = $1 and entered_at >= $2';
		await ask('recent', recent, [body.person, since]);
		await ask('visit', insert, [body.place, body.at, body.person, body.id, new Date()]);
		const entry = `insert into bench.entry (at, entry_id, operation, actor_kind, outcome, persons, person_id, request_id)
			values (now(), $1, 'check-in', 'account', 'done', 1, $2, $3)`;
		await ask('entry', entry, [newId(), body.person, body.id]);
		await client.query('commit');
		return { ok: true };
	} finally {
		client.release();
	}
});

await app.listen({ host: '127.0.0.1', port: 0 });
console.log(`port ${(app.addresses()[0] as AddressInfo).port}`);

process.once('SIGTERM', async () => {
	await app.close();
	await close();
});
