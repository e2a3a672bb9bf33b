import Type from 'typebox';
import { DiseaseName } from '#diseases';
import type { Db } from '#platform/db';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { readCells } from '#platform/table/read-cells';
import { role } from '#platform/who';
import { selectAreasByCode, upsertCaseCounts, upsertPopulations } from './queries-figures.ts';
import { weekStart } from './read-facts.ts';
import { type FigureFault, readCounts, readPopulations } from './read-figures.ts';

const megabytesMax = 5;
const bytesMax = megabytesMax * 1024 * 1024;
const rowsMax = 100_000;
const faultsMax = 100;

export const loadFigures = operation({
	name: 'risk.load-figures',
	summary: {
		vi: 'Nạp dân số, hoặc số ca theo tuần và tháng nhiều năm, của các xã, phường từ tệp CSV hoặc XLSX',
		en: 'Loads the population of areas, or their cases by week and month of many years, from CSV or XLSX',
	},
	who: role(['administrator']),
	input: Type.Object(
		{
			kind: Type.Union([Type.Literal('population'), Type.Literal('cases')]),
			disease: Type.Optional({ ...DiseaseName, description: 'Of the cases' }),
			source: Type.String({ minLength: 3, maxLength: 300 }),
			content: Type.String({ maxLength: (bytesMax / 3) * 4 + 8, description: 'The file in base64' }),
			dryRun: Type.Boolean(),
		},
		{ additionalProperties: false },
	),
	bodyBytesMax: bytesMax * 1.4,
	output: Type.Object({
		rows: Type.Integer({ description: 'Loaded, or to be loaded; none where there is a fault' }),
		faults: Type.Array(Type.Object({ row: Type.Integer(), column: Type.String() }), {
			description: 'At most 100; the column `code` where no area has it',
		}),
	}),
	personal: 'none',
	run: async ({ db }, { kind, disease, source, content, dryRun }) => {
		if (kind === 'cases' && !disease) throw new Problem('invalid-input', { field: 'disease' });
		const bytes = Buffer.from(content, 'base64');
		if (bytes.length > bytesMax) throw new Problem('file-too-large', { field: 'content', values: { megabytesMax } });
		const cells = await readCells(bytes);
		if ('fault' in cells) throw new Problem(cells.fault, { field: 'content' });
		if (cells.length > rowsMax) throw new Problem('sheet-too-long', { field: 'content', values: { max: rowsMax } });
		const table = cells.map((row) =>
			row.map((cell) => (typeof cell === 'string' ? cell : 'day' in cell ? cell.day : '')),
		);
		const read = kind === 'population' ? readPopulations(table) : readCounts(table);
		const areaOf = await findAreas(
			db,
			read.rows.map(({ code }) => code),
		);
		const named = read.rows.map((row) => ({
			...row,
			areaId: areaOf(row.code, 'since' in row ? row.since : row.beginsOn),
		}));
		const unknown = named.flatMap(({ row, areaId }) => (areaId === undefined ? [{ row, column: 'code' }] : []));
		const faults: FigureFault[] = [...read.faults, ...unknown].sort((one, other) => one.row - other.row);
		if (!named.length && !faults.length) throw new Problem('sheet-empty', { field: 'content' });
		if (faults.length) return { rows: 0, faults: faults.slice(0, faultsMax) };
		const rows = named.map((row) => ({ ...row, areaId: row.areaId! }));
		if (!dryRun) for (const statement of statementsOf(rows, { disease, source })) await db.run(statement);
		return { rows: rows.length, faults: [] };
	},
});

type Figure = { areaId: number } & (
	| { since: string; people: number }
	| { span: 'week' | 'month'; beginsOn: string; cases: number; isEpidemic: boolean }
);

/** Of several rows about the same the last is right. */
function statementsOf(rows: readonly Figure[], { disease, source }: { disease: string | undefined; source: string }) {
	const last = new Map<string, Figure>();
	for (const row of rows) {
		if ('since' in row) last.set(`${row.areaId} ${row.since}`, row);
		else {
			const beginsOn = row.span === 'week' ? weekStart(row.beginsOn) : row.beginsOn;
			last.set(`${row.areaId} ${row.span} ${beginsOn}`, { ...row, beginsOn });
		}
	}
	const all = [...last.values()];
	const people = all.filter((row) => 'since' in row);
	const counts = all.filter((row) => 'span' in row);
	return [...upsertPopulations(people, source), ...(disease ? upsertCaseCounts(disease, counts, source) : [])];
}

/** The unit a code named on a day: several have had the same, before and after the merger of 2025. */
async function findAreas(db: Db, codes: readonly string[]) {
	const rows = await db.rows(selectAreasByCode([...new Set(codes)]));
	const units = Map.groupBy(rows, (row) => row.code);
	return (code: string, day: string): number | undefined => {
		const named = units.get(code) ?? [];
		return (named.find((unit) => unit.valid_from <= day) ?? named.at(-1))?.area_id;
	};
}
