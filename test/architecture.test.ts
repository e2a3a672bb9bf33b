import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { modules } from '../server/modules.ts';
import { type File, rules } from './architecture-rules.ts';

const root = join(import.meta.dirname, '..');

function readTree(): File[] {
	const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' });
	return listed
		.split('\n')
		.filter((path) => /\.(ts|svelte|css|sql|mjs|md|json|html)$/.test(path) && existsSync(join(root, path)))
		.filter((path) => statSync(join(root, path)).size < 2_000_000)
		.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

const tree = readTree();

for (const rule of rules) {
	test(`${rule.name}`, () => {
		expect(rule.check(tree)).toEqual([]);
	});

	test(`a file is found out that breaks the rule: ${rule.name}`, () => {
		for (const file of rule.broken) expect(rule.check([file])).not.toEqual([]);
	});
}

test('every operation belongs to its module, says what it does in both languages, and closes its input', () => {
	for (const module of modules)
		for (const operation of module.operations) {
			expect(operation.name.split('.')[0]).toBe(module.name);
			expect(operation.summary.vi).not.toBe(operation.summary.en);
			expect(operation.input, operation.name).toHaveProperty('additionalProperties', false);
		}
});
