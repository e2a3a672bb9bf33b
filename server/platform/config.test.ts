import { expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const folder = process.cwd();

test('nothing has to be set to try Vaora out', () => {
	expect(readConfig({}, folder)).toMatchObject({
		production: false,
		databaseUrl: undefined,
		origin: 'http://127.0.0.1:8080',
		trustedProxies: [],
		smsUrl: undefined,
	});
});

test('everything that is wrong is named at once, with how to mend it', () => {
	const env = {
		NODE_ENV: 'production',
		PORT: 'http',
		DATABASE_URL: 'mysql://db',
		VAORA_ORIGIN: 'http://vaora.example.vn',
		LOG_LEVEL: 'loud',
	};

	const read = () => readConfig(env, folder);

	expect(read).toThrow(ConfigError);
	for (const fault of ['PORT', 'DATABASE_URL', 'VAORA_ORIGIN', 'VAORA_KEYS_FILE', 'VAORA_SMS_URL', 'LOG_LEVEL'])
		expect(read).toThrow(new RegExp(`^- ${fault}`, 'm'));
});

test.each(['-1', '65536', '80.5', 'x'])('%s is no port', (PORT) => {
	expect(() => readConfig({ PORT }, folder)).toThrow(/PORT/);
});

test('an address is kept without what follows the site', () => {
	expect(readConfig({ VAORA_ORIGIN: 'https://vaora.example.vn/x?y' }, folder).origin).toBe('https://vaora.example.vn');
	expect(() => readConfig({ VAORA_ORIGIN: 'vaora' }, folder)).toThrow(/VAORA_ORIGIN/);
	expect(() => readConfig({ VAORA_ORIGIN: 'javascript:alert(1)' }, folder)).toThrow(/VAORA_ORIGIN/);
});

test('what production asks for is enough', () => {
	const env = {
		NODE_ENV: 'production',
		VAORA_ORIGIN: 'https://vaora.example.vn',
		VAORA_KEYS_FILE: 'keys.json',
		VAORA_SMS_URL: 'https://sms.example.vn',
		TRUST_PROXY: '10.0.0.1,10.1.0.0/16',
	};

	expect(readConfig(env, folder)).toMatchObject({ production: true, trustedProxies: ['10.0.0.1', '10.1.0.0/16'] });
});
