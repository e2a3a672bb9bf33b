/** A line of a text file, from 1. A line too long to be one is cut off. */
export interface Line {
	number: number;
	text: string;
	isCut: boolean;
}

const lengthMax = 20_000;

/**
 * Reads a file line by line in bounded memory, whatever its line ends (LF, CRLF, CR) and with or without a byte order
 * mark; UTF-16, as spreadsheets save "Unicode text", is known by its mark. Empty lines are counted and left out.
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
	let decoder: TextDecoder | undefined;
	let rest = '';
	let number = 0;
	let isCut = false;
	const take = (text: string): Line => {
		const line = { number: ++number, text: text.slice(0, lengthMax), isCut: isCut || text.length > lengthMax };
		isCut = false;
		return line;
	};
	for await (const chunk of chunks) {
		decoder ??= new TextDecoder(encodingOf(chunk));
		const lines = (rest + decoder.decode(chunk, { stream: true })).split(/\r\n|\n|\r(?!$)/);
		rest = lines.pop()!;
		for (const text of lines) {
			const line = take(text);
			if (line.text) yield line;
		}
		if (rest.length > lengthMax && !rest.endsWith('\r')) {
			rest = rest.slice(0, lengthMax);
			isCut = true;
		}
	}
	const last = take(rest.replace(/\r$/, ''));
	if (last.text) yield last;
}

function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
	if (first === 0xff && second === 0xfe) return 'utf-16le';
	if (first === 0xfe && second === 0xff) return 'utf-16be';
	return 'utf-8';
}
