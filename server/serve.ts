import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { type Config, ConfigError } from '#platform/config';
import { type Job, startWorker } from '#platform/jobs';
import { loadDemo } from './demo/load.ts';
import { openHttp } from './http.ts';
import { type Installation, openInstallation } from './installation.ts';
import { modules } from './modules.ts';

/** `vaora serve [--demo]`: the database if it is ours, migrations, what modules need, jobs, pages and API. */
export async function serve(args: readonly string[]): Promise<number> {
	// Whoever read what we say may be gone (`npm start | head`); we go on serving all the same.
	for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
	const isDemo = args.includes('--demo');
	const opened: (() => Promise<unknown>)[] = [];
	try {
		const installation = await openInstallation({ startsDatabase: true, say: (line) => console.log(line) });
		opened.push(installation.close);
		const { platform } = installation;
		for (const module of modules) await module.prepare?.(platform);
		if (isDemo && !platform.config.production) await loadDemo(platform);
		const jobs: Job[] = modules.flatMap((module) => module.jobs ?? []);
		const worker = await startWorker(platform, jobs);
		opened.push(() => worker.stop());
		const app = await openHttp(platform);
		opened.push(() => app.close());
		await listen(app, platform.config);
		await tell(installation, app, isDemo);
		await untilStopped();
		console.log('\nStopping: finishing what is under way …');
		return 0;
	} catch (error) {
		console.error(error instanceof ConfigError ? error.message : error);
		return 1;
	} finally {
		for (const close of opened.reverse()) await close();
	}
}

/** Takes the address; one that is taken, or not ours to take, is a setting to mend. */
async function listen(app: FastifyInstance, { host, port }: Config): Promise<void> {
	try {
		await app.listen({ host, port });
	} catch (error) {
		const hint = addressHints[(error as NodeJS.ErrnoException).code ?? ''];
		throw hint ? new ConfigError(`Vaora cannot listen at ${host}, port ${port}: ${hint}`, { cause: error }) : error;
	}
}

const addressHints: Record<string, string> = {
	EADDRINUSE: 'another program has it, perhaps Vaora itself. End that one, or choose another: PORT=8081 npm start',
	EACCES: 'this user may not take it. Choose one above 1023, for example PORT=8080.',
	EADDRNOTAVAIL: 'this machine has no such address. HOST names one of its own, such as 127.0.0.1 or 0.0.0.0.',
	ENOTFOUND: 'there is no host of that name. HOST names an address of this machine, such as 127.0.0.1 or 0.0.0.0.',
};

async function tell({ platform, database }: Installation, app: FastifyInstance, isDemo: boolean): Promise<void> {
	const { port } = app.addresses()[0] as AddressInfo;
	const { host, production } = platform.config;
	const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
	console.log(`Database: ${database}`);
	console.log(`Vaora:    ${address}`);
	if (!production) console.log(`Outbox:   ${address}/outbox   (codes that would go out by SMS)`);
	if (isDemo) for (const line of (await import('./demo/load.ts')).demoSignIns) console.log(line);
}

/** Until a signal says so, or whoever started us is gone. */
function untilStopped(): Promise<void> {
	return new Promise((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.once(signal, () => resolve());
		process.channel?.unref();
	});
}
