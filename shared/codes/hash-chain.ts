/** Bytes of a link; long enough that nobody finds the one before it. */
export const linkLength = 16;

/**
 * The link `steps` before one: the first 16 bytes of SHA-256 (FIPS 180-4), so many times. Going on is cheap, going back is
 * not to be done. Synchronous, since a weak phone does some thousand steps at once; Web Crypto would wait after each.
 */
export function hashOn(link: Uint8Array, steps: number): Uint8Array {
	const words = new Int32Array(64);
	readWords(link, words);
	for (let step = 0; step < steps; step++) hashWords(words);
	const bytes = new Uint8Array(linkLength);
	const view = new DataView(bytes.buffer);
	for (let at = 0; at < 4; at++) view.setInt32(4 * at, words[at]!);
	return bytes;
}

/** After how many steps, `most` at most, one link becomes another; undefined when it never does. */
export function stepsTo(link: Uint8Array, goal: Uint8Array, most: number): number | undefined {
	const [words, wanted] = [new Int32Array(64), new Int32Array(64)];
	readWords(link, words);
	readWords(goal, wanted);
	for (let step = 0; ; step++) {
		if ([0, 1, 2, 3].every((at) => words[at] === wanted[at])) return step;
		if (step >= most) return undefined;
		hashWords(words);
	}
}

function readWords(link: Uint8Array, words: Int32Array): void {
	if (link.length !== linkLength) throw new RangeError('a link has 16 bytes');
	const view = new DataView(link.buffer, link.byteOffset, link.length);
	for (let at = 0; at < 4; at++) words[at] = view.getInt32(4 * at);
}

/** SHA-256 of the first four words, written over them; a message of 16 bytes fits in one block. */
function hashWords(w: Int32Array): void {
	w.fill(0, 4, 16);
	w[4] = 1 << 31;
	w[15] = 8 * linkLength;
	for (let at = 16; at < 64; at++) {
		const [near, far] = [w[at - 2]!, w[at - 15]!];
		w[at] =
			w[at - 16]! +
			w[at - 7]! +
			(turn(near, 17) ^ turn(near, 19) ^ (near >>> 10)) +
			(turn(far, 7) ^ turn(far, 18) ^ (far >>> 3));
	}
	let [a, b, c, d, e, f, g, h] = start as Eight;
	for (let at = 0; at < 64; at++) {
		const one = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + constants[at]! + w[at]!;
		const other = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
		[h, g, f, e] = [g, f, e, (d + one) | 0];
		[d, c, b, a] = [c, b, a, (one + other) | 0];
	}
	[a, b, c, d].forEach((word, at) => {
		w[at] = word + start[at]!;
	});
}

const turn = (word: number, by: number) => (word >>> by) | (word << (32 - by));

/** The first 64 primes: SHA-256 takes its constants from the fractions of their roots. */
const primes: number[] = [];
for (let number = 2; primes.length < 64; number++) if (primes.every((prime) => number % prime)) primes.push(number);
const fraction = (root: number) => ((root % 1) * 2 ** 32) | 0;
const start = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const constants = primes.map((prime) => fraction(Math.cbrt(prime)));

type Eight = [number, number, number, number, number, number, number, number];
