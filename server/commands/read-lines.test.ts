import { expect, test } from 'vitest';
import { readLines } from './read-lines.ts';

async function* inPieces(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
	for (let start = 0; start < bytes.length; start += length) yield bytes.subarray(start, start + length);
}

async function read(bytes: Uint8Array, length = bytes.length) {
	const lines: [number, string, boolean][] = [];
	for await (const line of readLines(inPieces(bytes, length))) lines.push([line.number, line.text, line.isCut]);
	return lines;
}

test.each([1, 2, 3, 5, 100])('line ends of every kind count once, read in pieces of %i bytes', async (length) => {
	const lines = await read(Buffer.from('đầu\r\n\r\nhai\nba\rbốn\r'), length);

	expect(lines.map(([, text]) => text)).toEqual(['đầu', 'hai', 'ba', 'bốn']);
	expect(lines[0]![0]).toBe(1);
});

test('a byte order mark is not part of the first line', async () => {
	const lines = await read(Buffer.from('\uFEFFplace,person\n1,2'));

	expect(lines).toEqual([
		[1, 'place,person', false],
		[2, '1,2', false],
	]);
});

test('a spreadsheet’s Unicode text is read', async () => {
	const lines = await read(Buffer.from('\uFEFFquán phở\tNguyễn\r\n', 'utf16le'));

	expect(lines).toEqual([[1, 'quán phở\tNguyễn', false]]);
});

test('a line that never ends is cut, and the next one is whole', async () => {
	const lines = await read(Buffer.from(`${'x'.repeat(200_000)}\nsau`), 4_096);

	expect(lines.map(([number, text, isCut]) => [number, text.length, isCut])).toEqual([
		[1, 20_000, true],
		[2, 3, false],
	]);
});
