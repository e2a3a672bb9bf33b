// The product's own server, and beside its operations the handler everyone writes first: one INSERT a request.
import type { AddressInfo } from 'node:net';
import type { FastifyRequest } from 'fastify';
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
	const values = [body.place, body.at, body.person, body.id, new Date()];
	await platform.db.pool.query({ name: 'bench plain', text: insert, values });
	return { ok: true };
});

await app.listen({ host: '127.0.0.1', port: 0 });
console.log(`port ${(app.addresses()[0] as AddressInfo).port}`);

process.once('SIGTERM', async () => {
	await app.close();
	await close();
});
