import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { ConfigError } from '#platform/config';
import { type Job, startWorker } from '#platform/jobs';
import { loadDemo } from './demo.ts';
import { openHttp } from './http.ts';
import { type Installation, openInstallation } from './installation.ts';
import { modules } from './modules.ts';

/** `vaora serve [--demo]`: the database if it is ours, migrations, what modules need, jobs, pages and API. */
export async function serve(args: readonly string[]): Promise<number> {
	const isDemo = args.includes('--demo');
	try {
		const installation = await openInstallation({ startsDatabase: true, say: (line) => console.log(line) });
		const { platform } = installation;
		for (const module of modules) await module.prepare?.(platform);
		if (isDemo && !platform.config.production) await loadDemo(platform);
		const jobs: Job[] = modules.flatMap((module) => module.jobs ?? []);
		const worker = await startWorker(platform, jobs);
		const app = await openHttp(platform);
		await app.listen({ host: platform.config.host, port: platform.config.port });
		await tell(installation, app, isDemo);
		await untilStopped();
		console.log('\nStopping: finishing what is under way …');
		await app.close();
		await worker.stop();
		await installation.close();
		return 0;
	} catch (error) {
		if (error instanceof ConfigError) console.error(error.message);
		else console.error(error);
		return 1;
	}
}

async function tell({ platform, database }: Installation, app: FastifyInstance, isDemo: boolean): Promise<void> {
	const { port } = app.addresses()[0] as AddressInfo;
	const { host, production } = platform.config;
	const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
	console.log(`Database: ${database}`);
	console.log(`Vaora:    ${address}`);
	if (!production) console.log(`Outbox:   ${address}/outbox   (codes that would go out by SMS)`);
	if (isDemo) for (const line of (await import('./demo.ts')).demoSignIns) console.log(line);
}

function untilStopped(): Promise<void> {
	return new Promise((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
	});
}
