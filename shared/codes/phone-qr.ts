/**
 * A QR code as a phone draws it, each minute and without a network: of one size (version 9, 53 modules a side, level M),
 * in alphanumeric mode, for up to 262 of the letters of base45. A whole encoder weighs more than a page may. True is dark.
 * Written after ISO/IEC 18004; the test holds it against the encoder the server uses.
 */
export function phoneQr(text: string): boolean[][] {
	const modules = Array.from({ length: size }, () => new Array<boolean | undefined>(size));
	drawFixed(modules);
	drawCodewords(modules, interleave(toCodewords(text)));
	return modules as boolean[][];
}

const size = 53;
const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
/** Data codewords of the five blocks, and how many of error correction follow each. */
const blocks = [36, 36, 36, 37, 37];
const dataLength = 182;
const checkLength = 22;
const alignments = [6, 26, 46];
/** Version 9 with its own error correction (table D.1), and level M with mask 3 (table C.1). */
const versionBits = 0x09a99;
const formatBits = 0x5b4b;

type Modules = (boolean | undefined)[][];

function toCodewords(text: string): number[] {
	let bits = '';
	const put = (value: number, length: number) => {
		bits += value.toString(2).padStart(length, '0');
	};
	put(2, 4);
	put(text.length, 9);
	for (let at = 0; at < text.length; at += 2) {
		const [one, other] = [letters.indexOf(text[at]!), letters.indexOf(text[at + 1] ?? '')];
		if (at + 1 < text.length) put(one * 45 + other, 11);
		else put(one, 6);
	}
	bits += '0000';
	const codewords: number[] = [];
	for (let at = 0; at < bits.length && codewords.length < dataLength; at += 8)
		codewords.push(Number.parseInt(bits.slice(at, at + 8).padEnd(8, '0'), 2));
	if (bits.length - 4 > dataLength * 8) throw new RangeError('too long for a phone’s code');
	for (let at = 0; codewords.length < dataLength; at++) codewords.push(at % 2 ? 0x11 : 0xec);
	return codewords;
}

/** One codeword of each block in turn, then the error correction in the same way. */
function interleave(data: readonly number[]): number[] {
	let from = 0;
	const parts = blocks.map((length) => data.slice(from, (from += length)));
	const weave = (rows: number[][]) =>
		Array.from({ length: 37 }, (_none, at) => rows.flatMap((row) => row[at] ?? [])).flat();
	return [...weave(parts), ...weave(parts.map(checkOf))];
}

/** Powers of two in the field of 256 elements, and back. */
const power: number[] = [];
const exponent: number[] = [];
for (let at = 0, value = 1; at < 255; at++) {
	[power[at], exponent[value]] = [value, at];
	value = value & 128 ? (value * 2) ^ 0x11d : value * 2;
}
const times = (one: number, other: number) => (one && other ? power[(exponent[one]! + exponent[other]!) % 255]! : 0);

let generator = [1];
for (let root = 0; root < checkLength; root++)
	generator = [...generator, 0].map((value, at) => value ^ times(generator[at - 1] ?? 0, power[root]!));

/** The rest of a division by the generator (Reed–Solomon). */
function checkOf(block: readonly number[]): number[] {
	const rest = [...block, ...new Array<number>(checkLength).fill(0)];
	for (let at = 0; at < block.length; at++) {
		const factor = rest[at]!;
		for (const [index, value] of generator.entries()) rest[at + index]! ^= times(value, factor);
	}
	return rest.slice(block.length);
}

function drawFixed(modules: Modules): void {
	const square = (centreX: number, centreY: number, radius: number, isDark: (ring: number) => boolean) => {
		for (let y = -radius; y <= radius; y++)
			for (let x = -radius; x <= radius; x++) {
				const row = modules[centreY + y];
				if (row && centreX + x >= 0 && centreX + x < size)
					row[centreX + x] = isDark(Math.max(Math.abs(x), Math.abs(y)));
			}
	};
	for (let at = 8; at < size - 8; at++) modules[6]![at] = modules[at]![6] = at % 2 === 0;
	for (const [x, y] of [
		[3, 3],
		[size - 4, 3],
		[3, size - 4],
	] as const)
		square(x, y, 4, (ring) => ring !== 2 && ring !== 4);
	for (const x of alignments)
		for (const y of alignments)
			if (modules[y]![x] === undefined || isOnTiming(x, y)) square(x, y, 2, (ring) => ring !== 1);
	drawBits(modules);
}

const isOnTiming = (x: number, y: number) => (x === 6) !== (y === 6) && x + y === 32;

/** What the reader needs first, twice each: the mask and level around the corners, the version beside two of them. */
function drawBits(modules: Modules): void {
	for (let bit = 0; bit < 18; bit++) {
		const [near, far] = [Math.floor(bit / 3), size - 11 + (bit % 3)];
		modules[near]![far] = modules[far]![near] = Boolean((versionBits >> bit) & 1);
	}
	for (let bit = 0; bit < 15; bit++) {
		const isDark = Boolean((formatBits >> bit) & 1);
		const down = bit < 6 ? bit : bit < 8 ? bit + 1 : size - 15 + bit;
		const left = bit < 8 ? size - 1 - bit : bit < 9 ? 7 : 14 - bit;
		modules[down]![8] = modules[8]![left] = isDark;
	}
	modules[size - 8]![8] = true;
}

/** Two columns at a time from the right, up and down, past what is drawn already. Signed text needs no choice of masks. */
function drawCodewords(modules: Modules, codewords: readonly number[]): void {
	let bit = 0;
	let isUp = true;
	// The column of the timing pattern is passed over.
	for (let right = size - 1; right > 0; right -= right === 8 ? 3 : 2, isUp = !isUp)
		for (let step = 0; step < size; step++) {
			const y = isUp ? size - 1 - step : step;
			for (const x of [right, right - 1]) {
				if (modules[y]![x] !== undefined) continue;
				const isDark = (codewords[bit >> 3]! >> (7 - (bit & 7))) & 1;
				modules[y]![x] = Boolean(isDark) !== ((x + y) % 3 === 0);
				bit++;
			}
		}
}
