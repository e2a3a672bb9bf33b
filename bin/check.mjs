#!/usr/bin/env node
// `npm run check`: types, lint and unused code. Says nothing of what is well.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root, setUp } from './setup.mjs';

const checks = [
	['types of the server', 'typescript/bin/tsc', '-p', 'tsconfig.server.json'],
	['types of the pages', 'svelte-check/bin/svelte-check', '--tsconfig', 'tsconfig.json', '--threshold', 'error'],
	['types of the worker', 'typescript/bin/tsc', '-p', 'web/service-worker/tsconfig.json'],
	['lint', '@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'],
	['unused code', 'knip/bin/knip.js', '--no-progress'],
];

/** Runs all checks, two at a time; returns how many passed and failed. */
export async function runChecks(node) {
	await run(node, ['@sveltejs/kit/svelte-kit.js', 'sync']);
	let failed = 0;
	const waiting = [...checks];
	const worker = async () => {
		for (let check = waiting.shift(); check; check = waiting.shift()) {
			const [name, ...command] = check;
			const { code, output } = await run(node, command);
			console.log(`${code === 0 ? '✓' : '✗'} ${name}`);
			if (code === 0) continue;
			failed++;
			console.log(output);
		}
	};
	await Promise.all([worker(), worker()]);
	return { passed: checks.length - failed, failed };
}

function run(node, [script, ...args]) {
	return new Promise((resolve) => {
		const child = spawn(node, [join(root, 'node_modules', script), ...args], { cwd: root });
		let output = '';
		for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += part));
		child.on('close', (code) => resolve({ code, output }));
	});
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const { failed } = await runChecks(setUp());
	process.exit(failed ? 1 : 0);
}
