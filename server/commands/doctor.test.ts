import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createKeyFile } from '#platform/keys';
import { sql } from '#platform/sql';
import { openTracing, type Tracing } from '#test/tracing';
import { inspect } from './doctor.ts';
import type { Finding } from './finding.ts';
import { inspectDatabase, judgeClock, judgeServer } from './inspect-database.ts';
import { inspectKeyFile, inspectNode, judgeSpace } from './inspect-machine.ts';

let tracing: Tracing;
const folder = mkdtempSync(join(tmpdir(), 'vaora-doctor-'));
beforeAll(async () => {
	tracing = await openTracing();
});
afterAll(async () => {
	rmSync(folder, { recursive: true });
	await tracing.platform.close();
});

const wrongOf = (findings: Finding[]) =>
	findings.filter((finding) => !finding.isFine).map((finding) => finding.what.en);
const look = (config = tracing.platform.config) =>
	inspectDatabase(tracing.platform.db, config, tracing.platform.clock.now());

describe('the database', () => {
	const sound = {
		version: 170_010,
		version_words: '17.10',
		fsync: 'on',
		synchronous_commit: 'on',
		full_page_writes: 'on',
		at: new Date(),
	};

	test.each<[string, object, string[]]>([
		['of version 15 or newer that keeps what it acknowledged is fine', { version: 150_000 }, []],
		['of version 14 is too old', { version: 140_019, version_words: '14.19' }, ['PostgreSQL 14.19 is too old']],
		['without fsync is not', { fsync: 'off' }, ['The database can lose data in a power cut: fsync off']],
		[
			'that commits before writing is not',
			{ synchronous_commit: 'off' },
			['The database can lose data in a power cut: synchronous_commit off'],
		],
		['that waits for its standby is fine', { synchronous_commit: 'remote_apply' }, []],
	])('%s', (_words, change, expected) => {
		expect(wrongOf(judgeServer({ ...sound, ...change }))).toEqual(expected);
	});

	test('that was migrated and filled lacks only a staff account and, in this test, forms', async () => {
		const findings = wrongOf(await look());

		expect(findings.filter((what) => !/staff|form|clock|table/.test(what))).toEqual([]);
		expect(findings).toContain('There is no staff account');
	});

	test('whose next days were not made is named with table and day', async () => {
		await tracing.platform.db.run(sql`drop table visits.visit_20261126`);

		expect(wrongOf(await look())).toContainEqual(expect.stringMatching(/The table of .* for 2026-11-2\d is missing/));
	});

	test('whose migration was forgotten is told so, and nothing that needs it is asked', async () => {
		const { db } = tracing.platform;
		await db.run(sql`update platform.migration set name = 'x' || name where name like '%cases-create%'`);

		const findings = await look();

		expect(wrongOf(findings)).toContain('1 migrations are pending');
		expect(findings.map((finding) => finding.what.en)).not.toContainEqual(expect.stringContaining('key file'));
		await db.run(sql`update platform.migration set name = substr(name, 2) where name like 'x%'`);
	});

	test('does not open with another key file', async () => {
		const keysFile = join(folder, 'other.json');
		createKeyFile(keysFile);

		expect(wrongOf(await look({ ...tracing.platform.config, keysFile }))).toContain(
			'The key file does not open this data',
		);
	});
});

test.each<[string, number, boolean]>([
	['the same', 0, true],
	['two seconds apart', 2_000, true],
	['more than two seconds apart', -2_001, false],
])('clocks that are %s', (_words, difference, isFine) => {
	const at = new Date('2026-11-24T08:00:00Z');

	expect(judgeClock(at, new Date(at.getTime() + difference)).isFine).toBe(isFine);
});

describe('the machine', () => {
	test.each([
		['22.18.0', false],
		['24.0.0', true],
		['26.1.0', true],
	])('Node.js %s: %s', (version, isFine) => {
		expect(inspectNode(version).isFine).toBe(isFine);
	});

	test('needs two gigabytes of room', () => {
		expect(judgeSpace(2 * 1024 ** 3).isFine).toBe(true);
		expect(judgeSpace(2 * 1024 ** 3 - 1).isFine).toBe(false);
	});

	test('keeps the key file from others, whole, and in production names a missing one', () => {
		const { config } = tracing.platform;
		const keysFile = join(folder, 'keys.json');
		const judge = (production = false) => inspectKeyFile({ ...config, keysFile, production });
		expect(judge().isFine).toBe(true);
		expect(judge(true)).toMatchObject({ isFine: false, what: { en: expect.stringContaining('is missing') } });

		createKeyFile(keysFile);
		expect(judge(true).isFine).toBe(true);

		chmodSync(keysFile, 0o640);
		expect(judge()).toMatchObject({ isFine: false, mend: { en: `Run: chmod 600 ${keysFile}` } });

		writeFileSync(keysFile, '{');
		chmodSync(keysFile, 0o600);
		expect(judge()).toMatchObject({ isFine: false, what: { en: expect.stringContaining('is damaged') } });
	});
});

describe('the installation', () => {
	test('that does not exist yet is not made by looking', async () => {
		const findings = await inspect({ VAORA_DATA: join(folder, 'new') }, folder);

		expect(wrongOf(findings)).toEqual([`There is no database in ${join(folder, 'new')} yet`]);
	});

	test('whose server does not answer is told without its password', async () => {
		const findings = await inspect(
			{ VAORA_DATA: join(folder, 'elsewhere'), DATABASE_URL: 'postgres://vaora:s3cret@127.0.0.1:9/vaora' },
			folder,
		);

		expect(wrongOf(findings)).toEqual([expect.stringContaining('127.0.0.1:9/vaora does not answer')]);
		expect(JSON.stringify(findings)).not.toContain('s3cret');
	});

	test('with unusable settings is told which', async () => {
		const [, finding] = await inspect({ PORT: 'x', VAORA_DATA: folder }, folder);

		expect(finding?.mend?.en).toContain('PORT is "x"');
	});
});
