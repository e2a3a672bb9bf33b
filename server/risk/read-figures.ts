import { fold, normalise } from '#shared/text/vietnamese';

export interface PopulationRow {
	row: number;
	code: string;
	since: string;
	people: number;
}

export interface CountRow {
	row: number;
	code: string;
	span: 'week' | 'month';
	beginsOn: string;
	cases: number;
	isEpidemic: boolean;
}

/** Row and column of what cannot be read; row 0 for the file as a whole. */
export interface FigureFault {
	row: number;
	column: string;
}

const columnsOf = {
	population: {
		code: /^(ma|ma xa|ma dvhc|code)$/,
		since: /^(tu ngay|ngay|since)$/,
		people: /^(dan so|so dan|people|population)$/,
	},
	cases: {
		code: /^(ma|ma xa|ma dvhc|code)$/,
		span: /^(ky|span)$/,
		begins: /^(tu ngay|bat dau|begins)$/,
		cases: /^(so ca|ca|cases)$/,
		epidemic: /^(nam dich|dich|epidemic)$/,
	},
} as const;

const find = (header: readonly string[], pattern: RegExp) => header.findIndex((cell) => pattern.test(fold(cell)));

/** People by area: code of the statistics office, since which day, how many. */
export function readPopulations(table: readonly (readonly string[])[]): {
	rows: PopulationRow[];
	faults: FigureFault[];
} {
	const [header = [], ...lines] = table;
	const at = {
		code: find(header, columnsOf.population.code),
		since: find(header, columnsOf.population.since),
		people: find(header, columnsOf.population.people),
	};
	return readLines(lines, at, (cell, row, tell) => {
		const people = readCount(cell('people'));
		if (people === undefined) tell('people');
		const since = readDay(cell('since'));
		if (!since) tell('since');
		return { row, code: cell('code'), since: since ?? '', people: people ?? 0 };
	});
}

/** Cases by area and week (a day of it) or month. */
export function readCounts(table: readonly (readonly string[])[]): { rows: CountRow[]; faults: FigureFault[] } {
	const [header = [], ...lines] = table;
	const { code, span, begins, cases, epidemic } = columnsOf.cases;
	const at = {
		...{ code: find(header, code), span: find(header, span), begins: find(header, begins) },
		cases: find(header, cases),
	};
	const epidemicAt = find(header, epidemic);
	return readLines(lines, at, (cell, row, tell, line) => {
		const kind = { tuan: 'week', week: 'week', thang: 'month', month: 'month' }[fold(cell('span'))];
		if (!kind) tell('span');
		const day = readDay(cell('begins'));
		if (!day) tell('begins');
		const count = readCount(cell('cases'));
		if (count === undefined) tell('cases');
		const told = fold(normalise(line[epidemicAt] ?? ''));
		return {
			...{ row, code: cell('code'), span: kind as 'week' | 'month', cases: count ?? 0 },
			beginsOn: day && kind === 'month' ? `${day.slice(0, 8)}01` : (day ?? ''),
			isEpidemic: ['1', 'x', 'co', 'yes', 'true'].includes(told),
		};
	});
}

function readLines<T, Name extends string>(
	lines: readonly (readonly string[])[],
	at: Record<Name, number>,
	read: (cell: (name: Name) => string, row: number, tell: (name: Name) => void, line: readonly string[]) => T,
): { rows: T[]; faults: FigureFault[] } {
	const missing = (Object.keys(at) as Name[]).filter((name) => at[name] < 0);
	if (missing.length) return { rows: [], faults: missing.map((column) => ({ row: 1, column })) };
	const rows: T[] = [];
	const faults: FigureFault[] = [];
	for (const [index, line] of lines.entries()) {
		if (line.every((cell) => !normalise(cell))) continue;
		const before = faults.length;
		const one = read(
			(name) => normalise(line[at[name]] ?? ''),
			index + 2,
			(column) => void faults.push({ row: index + 2, column }),
			line,
		);
		if (faults.length === before) rows.push(one);
	}
	return { rows, faults };
}

/** `12.345`, `12,345` and `12345`. */
function readCount(text: string): number | undefined {
	const plain = /^\d{1,3}([.,]\d{3})+$/.test(text) ? text.replace(/[.,]/g, '') : text;
	return /^\d{1,9}$/.test(plain) ? Number(plain) : undefined;
}

/** `2026-11-24` or `24/11/2026`; undefined for a day there is not. */
function readDay(text: string): string | undefined {
	const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
	const iso = year ? `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}` : text;
	if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return undefined;
	const at = new Date(`${iso}T00:00:00Z`);
	return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : undefined;
}
