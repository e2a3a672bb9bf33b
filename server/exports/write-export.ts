import { createHash } from 'node:crypto';
import { readDiseases } from '#diseases';
import type { Caller } from '#platform/actor';
import { writeAudit } from '#platform/audit';
import { newId } from '#platform/ids';
import type { Platform } from '#platform/platform';
import { writeZip, type ZipEntry } from '#platform/zip';
import { dayOf } from '#shared/language';
import { fileNameOf } from './file-name.ts';
import type { Written } from './files/table.ts';
import { planFiles } from './plan-files.ts';
import {
	addPart,
	deleteParts,
	type ExportRow,
	failExport,
	finishExport,
	insertPart,
	moveExport,
	selectRule,
	takeExport,
} from './queries.ts';
import { longestFollowUp } from './queries-records.ts';
import type { Reading } from './reading.ts';

/** A run that has not moved for so long was killed. */
export const stalledAfterMilliseconds = 60_000;
const triesMax = 5;
const partBytes = 1_048_576;

/**
 * Writes an export into the database, encrypted piece by piece: a zip of its files and `manifest.json`. An export that
 * another run is busy with, or that is finished or stopped, is left alone; one whose run was killed begins again.
 */
export async function writeExport(platform: Platform, exportId: string): Promise<void> {
	const { db, clock } = platform;
	const runId = newId();
	const now = clock.now();
	const stalledBefore = new Date(now.getTime() - stalledAfterMilliseconds);
	const order = await db.find(takeExport({ exportId, runId, now, stalledBefore }));
	if (!order) return;
	await db.run(deleteParts(exportId));
	if (order.tries > triesMax) return void (await db.run(failExport(exportId, now)));
	const hash = createHash('sha256');
	const rule = await db.one(selectRule(now));
	const run = { platform, order, runId, now };
	const files: Listed[] = [];
	try {
		for await (const part of partsOf(writeZip(entriesOf(run, files, rule.cell_min)))) {
			hash.update(part);
			await keepPart(run, part);
		}
	} catch (error) {
		if (error instanceof Stopped) return void (await db.run(deleteParts(exportId)));
		throw error;
	}
	const keptUntil = new Date(now.getTime() + rule.keep_hours * 3_600_000);
	const rows = files.reduce((sum, file) => sum + file.rows, 0);
	await db.run(finishExport({ exportId, runId, rows, sha256: hash.digest('hex'), now: clock.now(), keptUntil }));
}

/** The export was stopped, or another run took it over. */
class Stopped extends Error {}

interface Run {
	platform: Platform;
	order: ExportRow;
	runId: string;
	now: Date;
}

/** What the manifest says of a file: an importer refuses one that has other rows, or was changed. */
interface Listed {
	file: string;
	rows: number;
	sha256: string;
}

async function* entriesOf(run: Run, files: Listed[], cellMin: number): AsyncGenerator<ZipEntry> {
	const { platform, order, now } = run;
	const { db, keys, config } = platform;
	const withoutGrounds = new Set<string>();
	const reading: Reading = { db, keys, now, order, withoutGrounds, look: looker(run) };
	const diseases = new Map((await readDiseases(db)).map((one) => [one.disease, one]));
	const { days } = await db.one(longestFollowUp(order, dayOf(now)));
	const name = fileNameOf(order);
	const planned = { name, cellMin, origin: config.origin, diseases, daysMax: Math.max(1, days ?? 1) };
	for await (const written of planFiles(reading, planned))
		yield { name: written.name, content: listed(written, files) };
	const manifest = { ...manifestOf(order, now), files, casesWithoutGrounds: [...withoutGrounds] };
	yield { name: 'manifest.json', content: [`${JSON.stringify(manifest, undefined, '\t')}\n`] };
}

/** Passes a file on and, at its end, adds it to the list of the manifest. */
async function* listed({ name, content, counted }: Written, files: Listed[]): AsyncGenerator<string | Buffer> {
	const hash = createHash('sha256');
	for await (const piece of content) {
		hash.update(piece);
		yield piece;
	}
	files.push({ file: name, rows: counted.rows, sha256: hash.digest('hex') });
}

const manifestOf = (order: ExportRow, now: Date) => ({
	product: 'Vaora',
	export: order.export_id,
	...{ subject: order.subject, format: order.format, layout: order.layout, names: order.names },
	...{ purpose: order.purpose, caseId: order.case_id, filter: order.filter },
	...{ by: order.ordered_authority, approvedBy: order.decided_authority },
	...{ orderedAt: order.ordered_at.toISOString(), writtenAt: now.toISOString() },
});

/** People are written down as looked at before their names are read, in the name of whoever ordered. */
function looker({ platform, order, runId, now }: Run): Reading['look'] {
	const { db, clock } = platform;
	const caller = callerOf(order);
	let rows = 0;
	return async (persons, more) => {
		rows += more;
		if (!(await db.run(moveExport(order.export_id, runId, rows, clock.now())))) throw new Stopped();
		const outcome = 'done' as const;
		const about = { purpose: order.purpose, ...(order.case_id ? { caseId: order.case_id } : {}) };
		await writeAudit(db, [
			{ at: now, operation: 'exports.order', caller, outcome, ...about, persons: [...persons], isLook: true },
		]);
	};
}

const callerOf = ({ export_id, ordered_by, ordered_kind, ordered_authority }: ExportRow): Caller => ({
	actor: {
		...{ id: ordered_by, roles: [], authority: ordered_authority },
		...(ordered_kind === 'staff' ? { kind: ordered_kind, session: '0' } : { kind: ordered_kind, scopes: [] }),
	},
	...{ address: 'local', requestId: `export ${export_id}`, language: 'vi' },
});

/** Pieces put together to parts of about a mebibyte. */
async function* partsOf(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
	let [waiting, length]: [Buffer[], number] = [[], 0];
	for await (const piece of pieces) {
		waiting.push(piece);
		length += piece.length;
		if (length < partBytes) continue;
		yield Buffer.concat(waiting);
		[waiting, length] = [[], 0];
	}
	if (length) yield Buffer.concat(waiting);
}

/** Stores a part and how far it is, together. */
async function keepPart({ platform: { db, keys, clock }, order, runId }: Run, part: Buffer): Promise<void> {
	await db.transaction(async (transaction) => {
		const moved = await transaction.find(addPart(order.export_id, runId, part.length, clock.now()));
		if (!moved) throw new Stopped();
		await transaction.run(insertPart(order.export_id, moved.parts, keys.encryptBytes(part)));
	});
}
