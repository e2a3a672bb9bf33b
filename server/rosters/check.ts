import Type from 'typebox';
import { actorId } from '#platform/actor';
import { Id, newId } from '#platform/ids';
import { operation } from '#platform/operation';
import { readApart } from '#platform/table/read-apart';
import { holdCordon } from '#residents';
import { dayOf } from '#shared/language';
import { officerOfCordon } from '#zones';
import { checkRows } from './check-rows.ts';
import { insertRoster, insertSheetRows, selectRoster } from './queries.ts';
import { Roster, toRoster } from './roster.ts';
import type { SheetReading } from './sheet/read-sheet.ts';

const megabytesMax = 5;
export const fileBytesMax = megabytesMax * 1024 * 1024;
const threadFile = new URL('./sheet/sheet-thread.ts', import.meta.url);

export const check = operation({
	name: 'rosters.check',
	summary: {
		vi: 'Kiểm tra một tệp XLSX hoặc CSV danh sách người trong vùng khoanh; chưa ghi ai',
		en: 'Checks an XLSX or CSV file of a cordon’s people; adds nobody yet',
	},
	who: officerOfCordon,
	input: Type.Object(
		{
			cordonId: Id,
			content: Type.String({ maxLength: (fileBytesMax / 3) * 4 + 8, description: 'The file in base64' }),
		},
		{ additionalProperties: false },
	),
	bodyBytesMax: fileBytesMax * 1.4,
	output: Roster,
	personal: 'records',
	limits: [{ what: 'person', by: (_input, { actor }) => actorId(actor) ?? '', limit: { count: 60, seconds: 86_400 } }],
	run: async (context, { cordonId, content }) => {
		const { db, now, caller, platform } = context;
		const cordon = await holdCordon(context, cordonId);
		const sheet = await readApart<SheetReading>(threadFile, Buffer.from(content, 'base64'), { megabytesMax });
		const { rows, filledDown } = checkRows(sheet.rows, Number(dayOf(now).slice(0, 4)));
		const rosterId = newId();
		const good = rows.filter(({ resident }) => resident).length;
		const { ignored } = sheet;
		const sentBy = actorId(caller.actor) ?? null;
		await db.run(insertRoster({ rosterId, cordon, sentBy, total: rows.length, good, filledDown, ignored, now }));
		const sealed = rows.map(({ number, faults, cells, resident }) => ({
			...{ number, faults, isGood: resident !== undefined },
			sealed: platform.keys.encrypt(JSON.stringify({ cells, resident })),
		}));
		for (const statement of insertSheetRows(rosterId, sealed)) await db.run(statement);
		return toRoster(await db.one(selectRoster(rosterId)));
	},
});
