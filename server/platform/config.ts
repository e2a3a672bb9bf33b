import { resolve } from 'node:path';

/** Everything that can be set from outside. One place, checked at start, every fault named at once. */
export interface Config {
	production: boolean;
	/** Where the embedded database, the keys and the logs of a single-machine installation live. */
	dataFolder: string;
	/** A PostgreSQL 15+ server; without it the embedded one is used. */
	databaseUrl: string | undefined;
	host: string;
	port: number;
	/** The address people see, for posters and links, without a slash at the end. */
	origin: string;
	/** Proxies whose X-Forwarded-For is believed: addresses or CIDR ranges. */
	trustedProxies: string[];
	/** The file with the installation's secret keys. Production asks for it by name. */
	keysFile: string;
	/** Where text messages are handed over (an HTTP gateway); without it they go to the outbox page. */
	smsUrl: string | undefined;
	/** How many messages the gateway takes in one request; 1 sends each alone. */
	smsBatch: number;
	/** Whether the gateway sends a message once however often it is handed over under the same key. */
	smsKeepsKeys: boolean;
	/** The push services that may be called with what browsers name as their address; `*` stands for one label. */
	pushOrigins: string[];
	logLevel: string;
}

type Environment = Record<string, string | undefined>;

const pushOrigins = [
	...['https://fcm.googleapis.com', 'https://updates.push.services.mozilla.com'],
	...['https://*.push.apple.com', 'https://*.notify.windows.com'],
];

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

export class ConfigError extends Error {}

/** Reads the environment. Throws a ConfigError that lists all that is wrong and how to mend it. */
export function readConfig(env: Environment, workingFolder: string): Config {
	const faults: string[] = [];
	const production = env.NODE_ENV === 'production';
	const port = Number(env.PORT ?? 8080);
	if (!Number.isInteger(port) || port < 0 || port > 65_535) faults.push(`PORT is "${env.PORT}", not a number 0–65535.`);
	const host = env.HOST ?? '127.0.0.1';
	const origin = readOrigin(env.VAORA_ORIGIN, production, `http://${host}:${port}`, faults);
	if (env.DATABASE_URL && !/^postgres(ql)?:\/\//.test(env.DATABASE_URL))
		faults.push('DATABASE_URL does not begin with postgres://. Example: postgres://user:password@host:5432/vaora');
	if (production && !env.VAORA_KEYS_FILE)
		faults.push('VAORA_KEYS_FILE is missing: name a file outside the data folder, readable by this user only.');
	if (production && !env.VAORA_SMS_URL)
		faults.push('VAORA_SMS_URL is missing: the address of the gateway that sends text messages.');
	const smsBatch = Number(env.VAORA_SMS_BATCH ?? 1);
	if (!Number.isInteger(smsBatch) || smsBatch < 1 || smsBatch > 1_000)
		faults.push(`VAORA_SMS_BATCH is "${env.VAORA_SMS_BATCH}", not a number 1–1000.`);
	const keepsKeys = env.VAORA_SMS_KEEPS_KEYS ?? 'no';
	if (!['yes', 'no'].includes(keepsKeys)) faults.push(`VAORA_SMS_KEEPS_KEYS is "${keepsKeys}", not yes or no.`);
	const services = env.VAORA_PUSH_ORIGINS?.split(',').filter(Boolean) ?? pushOrigins;
	for (const service of services.filter((one) => !/^https?:\/\/(\*\.)?[\w.-]+(:\d+)?$/.test(one)))
		faults.push(`VAORA_PUSH_ORIGINS holds "${service}", not an address like https://push.example.com`);
	const logLevel = env.LOG_LEVEL ?? (production ? 'info' : 'warn');
	if (!logLevels.includes(logLevel)) faults.push(`LOG_LEVEL is "${logLevel}", not one of ${logLevels.join(', ')}.`);
	if (faults.length) throw new ConfigError(`The settings are not usable:\n- ${faults.join('\n- ')}`);
	const dataFolder = resolve(workingFolder, env.VAORA_DATA ?? '.vaora');
	return {
		production,
		dataFolder,
		databaseUrl: env.DATABASE_URL,
		host,
		port,
		origin,
		trustedProxies: (env.TRUST_PROXY ?? '').split(',').filter(Boolean),
		keysFile: env.VAORA_KEYS_FILE ?? resolve(dataFolder, 'keys.json'),
		smsUrl: env.VAORA_SMS_URL,
		smsBatch,
		smsKeepsKeys: keepsKeys === 'yes',
		pushOrigins: services,
		logLevel,
	};
}

function readOrigin(given: string | undefined, production: boolean, fallback: string, faults: string[]): string {
	if (production && !given)
		faults.push('VAORA_ORIGIN is missing: the https address people see, for example https://vaora.example.vn');
	if (!given) return fallback;
	try {
		const url = new URL(given);
		if (!/^https?:$/.test(url.protocol)) throw new TypeError('no address of a site');
		if (production && url.protocol !== 'https:') faults.push('VAORA_ORIGIN must begin with https:// in production.');
		return url.origin;
	} catch {
		faults.push(`VAORA_ORIGIN is "${given}", not an address like https://vaora.example.vn`);
		return fallback;
	}
}
