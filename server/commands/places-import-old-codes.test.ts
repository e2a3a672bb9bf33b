import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPlatform } from '#test/database';
import { addCafe, openVaora, signIn } from '#test/people';
import { importOldCodeFile } from './places-import-old-codes.ts';

let platform: TestPlatform;
let code: string;

beforeAll(async () => {
	platform = await openVaora();
	({ code } = await addCafe(platform, await signIn(platform, '+84912345678')));
});
afterAll(() => platform.close());

const folder = mkdtempSync(join(tmpdir(), 'vaora-old-codes-'));
const run = async (text: string) => {
	const path = join(folder, 'codes.csv');
	writeFileSync(path, text);
	const refused: string[] = [];
	const report = await importOldCodeFile(platform, path, ({ row, column }) => refused.push(`${row} ${column}`));
	return { ...report, told: refused };
};
const group = (number: number) => number.toString(16).padStart(24, '0');

test.each([
	['commas', ','],
	['semicolons', ';'],
	['tabs', '\t'],
])('a file parted by %s is taken, whatever the order of its columns', async (_what, sign) => {
	const line = (...cells: string[]) => cells.join(sign);
	const text = [
		line('place_code', 'note', 'OLD_ID', 'system'),
		line(code, 'Quán', group(sign.charCodeAt(0)), 'tokhaiyte'),
		'',
		line(code, 'Quán', 'x', 'tokhaiyte'),
	].join('\r\n');

	expect(await run(`\uFEFF${text}`)).toEqual({ added: 1, changed: 0, refused: 1, told: ['4 old_id'] });
	expect(await run(text)).toMatchObject({ added: 0, changed: 0 });
});

test('a long file goes in bit by bit, its rows counted from the header', async () => {
	const rows = Array.from({ length: 2_500 }, (_none, number) => `tokhaiyte,${group(1_000 + number)},${code}`);
	rows[2_400] = `tokhaiyte,${group(9)},not-a-code`;

	expect(await run(['system,old_id,place_code', ...rows].join('\n'))).toEqual({
		...{ added: 2_499, changed: 0, refused: 1, told: ['2402 place_code'] },
	});
});

test('a file without its columns is refused', async () => {
	await expect(run('a,b\n1,2')).rejects.toThrow('system, old_id, place_code');
});
