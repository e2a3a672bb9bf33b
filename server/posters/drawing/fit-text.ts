import { type Weight, widthOf } from './fonts.ts';

export interface Box {
	width: number;
	height: number;
	weight: Weight;
	/** The largest size it may have. */
	size: number;
	/** As in a letter, each line as full as can be; else the lines are made about as long as one another. */
	isRunning?: boolean;
}

export interface Fitted {
	lines: string[];
	size: number;
	/** Of all lines together. */
	height: number;
}

/** From one baseline to the next, as a share of the size: Ẫ and Ộ need room above and below. */
export const lineHeight = 1.3;

/** A word, or a piece of one too wide for a line, with its width at size 1. */
interface Piece {
	text: string;
	width: number;
}

/**
 * Breaks a text into lines and makes it as large as fits a box. Nothing is ever cut off: a word too wide for a line goes
 * on in the next one, and the size shrinks until all lines fit.
 */
export function fitText(text: string, box: Box): Fitted {
	if (!(box.width > 0 && box.height > 0)) throw new Error('a box without room for a text');
	const words = text.split(' ').map((word) => measure(word, box.weight));
	const space = measure(' ', box.weight).width;
	for (let size = box.size; ; size *= 0.97) {
		const width = box.width / size;
		const pieces = words.flatMap((word) => (word.width > width ? breakWord(word.text, box.weight, width) : [word]));
		const lines = breakLines(pieces, space, width);
		const height = lines.length * size * lineHeight;
		if (height > box.height) continue;
		return { lines: box.isRunning ? lines : balance(pieces, space, width, lines), size, height };
	}
}

const measure = (text: string, weight: Weight): Piece => ({ text, width: widthOf(text, { weight, size: 1 }) });

function breakLines(pieces: readonly Piece[], space: number, width: number): string[] {
	const lines: string[] = [];
	let used = Number.POSITIVE_INFINITY;
	for (const piece of pieces) {
		used += space + piece.width;
		if (used <= width) lines[lines.length - 1] += ` ${piece.text}`;
		else {
			lines.push(piece.text);
			used = piece.width;
		}
	}
	return lines;
}

function breakWord(word: string, weight: Weight, width: number): Piece[] {
	const pieces: Piece[] = [];
	for (const { segment } of new Intl.Segmenter('vi').segment(word)) {
		const letter = measure(segment, weight);
		const last = pieces.at(-1);
		if (!last || last.width + letter.width > width) pieces.push(letter);
		else {
			last.text += letter.text;
			last.width += letter.width;
		}
	}
	return pieces;
}

/** As many lines, made as even as possible: no single word is left alone in the last one. */
function balance(pieces: readonly Piece[], space: number, width: number, lines: string[]): string[] {
	const widest = Math.max(...pieces.map((piece) => piece.width));
	for (let share = 0.4; share < 1; share += 0.02) {
		const even = breakLines(pieces, space, Math.max(width * share, widest));
		if (even.length === lines.length) return even;
	}
	return lines;
}
