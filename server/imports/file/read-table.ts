import { createHash } from 'node:crypto';
import { headingKey, mendColumn } from '#platform/table/headings';
import { type Cell, type FileFault, readCells } from '#platform/table/read-cells';
import { isFilled } from '#platform/table/read-sheet';
import { listZip, unzip } from '#platform/table/zip';
import { fold, normalise } from '#shared/text/vietnamese';
import { countKnown } from './guess.ts';
import type { Kind } from './kinds.ts';
import type { FileColumn } from './mapping.ts';
import { orderOf } from './read-day.ts';
import type { FileRow } from './read-row.ts';

export const rowsMax = 100_000;
const columnsMax = 250;
const headingsWithin = 10;
const samplesMax = 3;
const lettersMax = 80;
/** A list split in more parts is sent part by part. */
const tablesMax = 5;
const archivedBytesMax = 100 * 1024 * 1024;

export interface Table {
	columns: FileColumn[];
	rows: FileRow[];
	/** Of the file itself, in hexadecimal. */
	sha256: string;
	/** How many rows the file says it has, in a line below them. */
	saidRows?: number;
	/** A manifest that came with it in an archive, with the file's name there. */
	manifest?: { text: string; fileName: string };
}

export type TableReading =
	| Table
	| { fault: FileFault | 'sheet-empty' | 'sheet-too-long' | 'sheet-several'; values?: Record<string, string | number> };

/** A file as it is: CSV, XLSX, or an archive with one of them and perhaps its manifest. */
export async function readTable(content: Uint8Array, kind: Kind): Promise<TableReading> {
	const archived = await openArchive(content, kind);
	if (typeof archived === 'string') return { fault: archived };
	const file = archived?.content ?? content;
	const cells = await readCells(file);
	if ('fault' in cells) return cells;
	const sha256 = createHash('sha256').update(file).digest('hex');
	const start = findHeadings(cells, kind);
	const first = cells[start] ?? cells.find((row) => row.some(isFilled)) ?? [];
	const headings = first.map((cell) => (typeof cell === 'string' && start >= 0 ? normalise(cell) : ''));
	const width = Math.min(first.findLastIndex(isFilled) + 1, columnsMax);
	const isKept = headings.slice(0, width).map((heading) => !mendKeys.includes(headingKey(heading)));
	const body = cells.flatMap((row, index) =>
		index > start && row.some(isFilled)
			? [{ number: index + 1, cells: row.slice(0, width), hasMore: row.slice(width).some(isFilled) }]
			: [],
	);
	const saidRows = readFooter(body.at(-1)?.cells ?? []);
	if (saidRows !== undefined) body.pop();
	if (!body.length) return { fault: 'sheet-empty' };
	if (body.length > rowsMax) return { fault: 'sheet-too-long', values: { max: rowsMax } };
	const rows = body.map(({ number, cells: row, hasMore }) => ({
		...{ number, cells: row.filter((_cell, at) => isKept[at]) },
		...(hasMore ? { hasMore } : {}),
	}));
	const kept = headings.slice(0, width).filter((_heading, at) => isKept[at]);
	return {
		columns: kept.map((heading, at) => describe(heading, at, rows)),
		...{ rows, sha256 },
		...(saidRows === undefined ? {} : { saidRows }),
		...(archived?.manifest ? { manifest: { text: archived.manifest, fileName: archived.name } } : {}),
	};
}

const mendKeys = [mendColumn.vi, mendColumn.en].map(headingKey);

/**
 * The row of the first ten with most headings anybody knows; without any the first with two cells that are filled, unless
 * it holds a number or a day: then it is a row like the others, and the file has no headings (−1).
 */
function findHeadings(cells: readonly Cell[][], kind: Kind): number {
	const known = knownByRow(cells, kind);
	const most = Math.max(0, ...known);
	if (most) return known.indexOf(most);
	const first = cells.findIndex((row) => row.filter(isFilled).length > 1);
	return cells[first]?.some((cell) => typeof cell !== 'string' || /^[\d.,/:-]+$/.test(cell.trim())) ? -1 : first;
}

/** How many headings of such a file each of the first rows has. */
const knownByRow = (cells: readonly Cell[][], kind: Kind): number[] =>
	cells.slice(0, headingsWithin).map((row) => {
		const texts = row.map((cell) => (typeof cell === 'string' ? cell : ''));
		return countKnown(kind, texts);
	});

function describe(heading: string, at: number, rows: readonly FileRow[]): FileColumn {
	const samples = new Set<string>();
	for (const { cells } of rows) {
		const cell = cells[at];
		const text = typeof cell === 'string' ? normalise(cell) : cell?.odd === 'date' ? cell.day : '';
		if (text) samples.add([...text].slice(0, lettersMax).join(''));
		if (samples.size === samplesMax) break;
	}
	const cellsOf = function* () {
		for (const row of rows) yield row.cells[at];
	};
	return {
		heading: [...heading].slice(0, lettersMax).join(''),
		samples: [...samples],
		dayOrder: orderOf(cellsOf()),
	};
}

/** `# rows: 98`, or `Số dòng` and 98 beside it, in the last row and nothing else: how an export lets truncation show. */
function readFooter(cells: readonly Cell[]): number | undefined {
	const texts = cells.flatMap((cell) => (typeof cell === 'string' && cell.trim() ? [fold(cell)] : []));
	if (texts.length > 2 || texts.length !== cells.filter(isFilled).length) return undefined;
	const found = /^[#\s]*(?:rows|row count|so dong|tong so dong)\s*[:=]?\s*(\d{1,9})$/.exec(texts.join(' '));
	return found ? Number(found[1]) : undefined;
}

/** The table of an archive that is no workbook, of several the one that suits, with the manifest beside it. */
async function openArchive(content: Uint8Array, kind: Kind) {
	const entries = content[0] === 0x50 && content[1] === 0x4b ? listZip(content) : undefined;
	if (!entries || entries.some(({ name }) => name === '[Content_Types].xml')) return undefined;
	const tables = entries.filter(({ name }) => /\.(csv|txt|tsv|xlsx)$/i.test(name) && !name.startsWith('__MACOSX/'));
	const size = tables.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0);
	if (!tables.length || tables.length > tablesMax || size > archivedBytesMax) return 'sheet-unreadable' as const;
	const json = entries.find(({ name, unpackedBytes }) => /\.json$/i.test(name) && unpackedBytes < 1_000_000);
	const manifest = json && unzip(content, json);
	if (json && !manifest) return 'sheet-unreadable' as const;
	let best: { content: Uint8Array; name: string; manifest?: string } | undefined;
	let most = -1;
	let isTied = false;
	for (const table of tables) {
		const file = unzip(content, table);
		const cells = file && (await readCells(file));
		if (!cells || 'fault' in cells) return 'sheet-unreadable' as const;
		const known = Math.max(0, ...knownByRow(cells, kind));
		if (known > most) {
			const name = table.name.split('/').at(-1)!;
			best = { content: file, name, ...(manifest ? { manifest: new TextDecoder().decode(manifest) } : {}) };
		}
		isTied = known === most || (isTied && known < most);
		most = Math.max(most, known);
	}
	// Taking one part of a list for the whole would lose the others unseen.
	return isTied ? ('sheet-several' as const) : best;
}
