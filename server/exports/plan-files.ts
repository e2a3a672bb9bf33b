import type { Disease } from '#diseases';
import { caseColumns } from './files/case-columns.ts';
import type { Column } from './files/column.ts';
import { contactColumns, type DayRow, dayColumns, wideColumns } from './files/contact-columns.ts';
import { writeBundle } from './files/fhir.ts';
import { writeAreas } from './files/geojson.ts';
import { goDataCases, goDataContacts, goDataDays, goDataTests, type TestRow } from './files/go-data.ts';
import type { CaseRecord, FollowedRecord } from './files/records.ts';
import { type Written, writeCsvFile, writeWorkbooks } from './files/table.ts';
import { countByArea } from './queries-records.ts';
import { readCases } from './read-cases.ts';
import { readContacts, readFollowed } from './read-contacts.ts';
import type { Reading } from './reading.ts';

export interface Planned {
	name: string;
	cellMin: number;
	origin: string;
	diseases: ReadonlyMap<string, Disease>;
	/** How many days the longest follow-up has, for a column each. */
	daysMax: number;
}

/** The files of an export, each to be read to its end before the next is asked for. */
export async function* planFiles(reading: Reading, planned: Planned): AsyncGenerator<Written> {
	const { subject, format, layout, names } = reading.order;
	const { name } = planned;
	const isRevealed = names === 'revealed';
	if (format === 'geojson') return yield await areaFile(reading, planned);
	if (format === 'fhir') {
		const counted = { rows: 0 };
		const content = writeBundle(recordsOf(reading), { ...planned, isRevealed }, counted, reading.now);
		return yield { name: `${name}.fhir.json`, content, counted };
	}
	if (format === 'go-data') return yield* goDataFiles(reading, name);
	const write = <Record>(columns: readonly Column<Record>[], records: AsyncIterable<Record>) =>
		format === 'csv' ? [writeCsvFile(name, columns, records)] : writeWorkbooks(name, columns, records);
	if (subject === 'cases') yield* write(caseColumns(isRevealed), readCases(reading));
	else if (subject === 'contacts') yield* write(contactColumns(isRevealed), readContacts(reading));
	else if (layout === 'wide') yield* write(wideColumns(isRevealed, planned.daysMax), readFollowed(reading));
	else yield* write(dayColumns(isRevealed), dayRows(readFollowed(reading)));
}

async function areaFile(reading: Reading, { name, cellMin }: Planned): Promise<Written> {
	const { db, order } = reading;
	const counts = await db.rows(countByArea(order.subject, order));
	const content = await writeAreas(db, counts, cellMin);
	return { name: `${name}.geojson`, content: once(content), counted: { rows: counts.length } };
}

function recordsOf(reading: Reading) {
	if (reading.order.subject === 'cases') return readCases(reading);
	return reading.order.subject === 'contacts' ? readContacts(reading) : readFollowed(reading);
}

/** Go.Data takes cases and their tests as two files. */
async function* goDataFiles(reading: Reading, name: string): AsyncGenerator<Written> {
	const { subject } = reading.order;
	if (subject === 'contacts') return yield writeCsvFile(name, goDataContacts, readContacts(reading));
	if (subject === 'follow-up') return yield writeCsvFile(name, goDataDays, dayRows(readFollowed(reading)));
	yield writeCsvFile(name, goDataCases, readCases(reading));
	yield writeCsvFile(`${name}-xet-nghiem`, goDataTests, testRows(readCases(reading)));
}

async function* dayRows(people: AsyncIterable<FollowedRecord>): AsyncGenerator<DayRow> {
	for await (const one of people) for (const on of one.days) yield { ...one, on };
}

async function* testRows(cases: AsyncIterable<CaseRecord>): AsyncGenerator<TestRow> {
	for await (const one of cases) for (const test of one.tests) yield { ...one, test };
}

async function* once(text: string): AsyncGenerator<string> {
	yield text;
}
