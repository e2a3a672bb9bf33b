#!/usr/bin/env node
// `npm test [-- filter]`: checks, unit and integration tests on real PostgreSQL, journeys in a real browser.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChecks } from './check.mjs';
import { findChromium } from './chromium.mjs';
import { root, setUp, setUpPages } from './setup.mjs';

const filter = process.argv.slice(2);
const node = setUp();
const reports = mkdtempSync(join(tmpdir(), 'vaora-reports-'));
const sum = { passed: 0, failed: 0 };

if (filter.length) await stage('Tests', runVitest);
else {
	setUpPages(node);
	const chromium = findChromium();
	await stage('Checks', () => runChecks(node));
	await stage('Tests', runVitest);
	await stage('Journeys', () => runPlaywright(chromium));
}
rmSync(reports, { recursive: true, force: true });
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exit(sum.failed ? 1 : 0);

async function stage(name, work) {
	console.log(`\n${name}`);
	const { passed, failed } = await work();
	sum.passed += passed;
	sum.failed += failed;
}

async function runVitest() {
	const report = join(reports, 'vitest.json');
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
	const code = await run('vitest/vitest.mjs', ['run', ...reporters, ...filter]);
	return count(report, code, (json) => ({
		passed: json.numPassedTests,
		failed:
			json.numFailedTests +
			json.testResults.filter((file) => file.status === 'failed' && !file.assertionResults.length).length,
	}));
}

async function runPlaywright(chromium) {
	const report = join(reports, 'playwright.json');
	const environment = { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
	const code = await run('@playwright/test/cli.js', ['test', '--reporter=list,json'], environment);
	return count(report, code, ({ stats }) => ({
		passed: stats.expected + stats.flaky,
		failed: stats.unexpected,
	}));
}

/** A run that ended badly without a report, or with nothing failed in it, still counts as one failure. */
function count(report, code, read) {
	try {
		const counted = read(JSON.parse(readFileSync(report, 'utf8')));
		return code === 0 || counted.failed ? counted : { ...counted, failed: 1 };
	} catch {
		return { passed: 0, failed: 1 };
	}
}

function run(script, args, environment = {}) {
	return new Promise((resolve) => {
		const child = spawn(node, [join(root, 'node_modules', script), ...args], {
			cwd: root,
			stdio: ['ignore', 'inherit', 'inherit'],
			env: { ...process.env, NODE_ENV: 'test', ...environment },
		});
		child.on('close', resolve);
	});
}
