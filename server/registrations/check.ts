import Type from 'typebox';
import { readAreaNames } from '#areas';
import { accountByPhone } from '#identity';
import { listPlaceTypes } from '#places';
import { actorId } from '#platform/actor';
import type { Db } from '#platform/db';
import { Id, newId } from '#platform/ids';
import { type Context, operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { readApart } from '#platform/table/read-apart';
import { dayOf } from '#shared/language';
import { normalise } from '#shared/text/vietnamese';
import { type CheckedRow, checkRows, textOf } from './check-rows.ts';
import { isNote } from './faults.ts';
import { insertRegistration, insertSheetRows, selectRegistration } from './queries.ts';
import { selectKnownReferences } from './queries-places.ts';
import { Registration, reachOf, toRegistration, whoRegisters } from './registration.ts';
import type { SheetReading, SheetRow } from './sheet/read-sheet.ts';
import { indexTypes } from './type-names.ts';

const megabytesMax = 5;
export const fileBytesMax = megabytesMax * 1024 * 1024;
const threadFile = new URL('./sheet/sheet-thread.ts', import.meta.url);

export const check = operation({
	name: 'registrations.check',
	summary: {
		vi: 'Kiểm tra một tệp CSV hoặc XLSX nhiều địa điểm; chưa đăng ký gì',
		en: 'Checks a CSV or XLSX file of many places; registers nothing yet',
	},
	who: whoRegisters,
	input: Type.Object(
		{
			content: Type.String({ maxLength: (fileBytesMax / 3) * 4 + 8, description: 'The file in base64' }),
			registrantName: Type.String({ maxLength: 1_000 }),
			managerPhone: Type.Optional(
				Type.String({ maxLength: 30, description: 'Whose places they become; left out: the caller’s own' }),
			),
		},
		{ additionalProperties: false },
	),
	bodyBytesMax: fileBytesMax * 1.4,
	output: Type.Object({ registration: Id, report: Registration }),
	personal: 'records',
	limits: [{ what: 'person', by: (_input, { actor }) => actorId(actor) ?? '', limit: { count: 60, seconds: 86_400 } }],
	run: async (context, { content, registrantName, managerPhone }) => {
		const { db, now, caller, platform } = context;
		const registrant = normalise(registrantName);
		if (!registrant || [...registrant].length > 200) throw new Problem('invalid-input', { field: 'registrantName' });
		const sheet = await readApart<SheetReading>(threadFile, Buffer.from(content, 'base64'), { megabytesMax });
		const managerId = await findManager(context, managerPhone);
		const rows = await checkSheet(db, sheet.rows, { now, managerId, reach: reachOf(caller.actor) });
		const count = (state: CheckedRow['state']) => rows.filter((row) => row.state === state).length;
		const registrationId = newId();
		await db.run(
			insertRegistration({
				...{ registrationId, madeBy: actorId(caller.actor)!, managerId, reach: reachOf(caller.actor) },
				registrantSealed: platform.keys.encrypt(registrant),
				...{ total: rows.length, good: count('good'), faulty: count('faulty'), known: count('known') },
				notes: rows.flatMap(({ faults }) => faults).filter(isNote).length,
				...{ ignored: sheet.ignored, now },
			}),
		);
		const sealed = rows.map(({ number, state, faults, cells, place }) => ({
			...{ number, state, faults },
			sealed: platform.keys.encrypt(JSON.stringify({ cells, place })),
		}));
		for (const statement of insertSheetRows(registrationId, sealed)) await db.run(statement);
		return { registration: registrationId, report: toRegistration(await db.one(selectRegistration(registrationId))) };
	},
});

async function findManager({ db, caller, platform, now }: Context, phone: string | undefined): Promise<string> {
	if (phone !== undefined) {
		return accountByPhone({ db, keys: platform.keys, now }, phone).catch((error) => {
			throw error instanceof Problem ? new Problem(error.code, { field: 'managerPhone' }) : error;
		});
	}
	if (caller.actor.kind !== 'account') throw new Problem('invalid-input', { field: 'managerPhone' });
	return caller.actor.id;
}

async function checkSheet(
	db: Db,
	rows: readonly SheetRow[],
	{ now, managerId, reach }: { now: Date; managerId: string; reach: string[] },
): Promise<CheckedRow[]> {
	const written = rows.map(({ cells }) => ({ commune: textOf(cells.commune), province: textOf(cells.province) }));
	const references = rows.map(({ cells }) => textOf(cells.reference)).filter(Boolean);
	return checkRows(rows, {
		typeOf: indexTypes(await listPlaceTypes(db)),
		areas: await readAreaNames(db, written, dayOf(now)),
		reach,
		references: new Set((await db.rows(selectKnownReferences(managerId, references))).map((row) => row.reference)),
	});
}
