import Type from 'typebox';
import { readOwnPeople } from '#identity';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { account } from '#platform/who';
import { PublicNotice, shownDays, toPublic } from './notice.ts';
import { selectMet } from './queries.ts';

const dayLong = 86_400_000;
const shownMax = 50;

/** Found from a person's own visits when they ask: no officer reads them for it. */
export const listMine = operation({
	name: 'venues.list-mine',
	summary: {
		vi: 'Thông báo về những nơi mình hoặc người mình khai hộ đã có mặt đúng lúc đó',
		en: 'The notices of places where oneself, or those one declares for, were at that time',
	},
	who: account,
	input: Type.Object({}, { additionalProperties: false }),
	output: Type.Object({ notices: Type.Array(Type.Object({ ...PublicNotice.properties, person: Id })) }),
	personal: 'reads',
	run: async ({ db, now, caller: { actor }, about }) => {
		const own = await readOwnPeople(db, actor);
		about(...new Set(own.values()));
		const rows = await db.rows(selectMet([...own.keys()], new Date(now.getTime() - shownDays * dayLong), shownMax));
		const shown = await toPublic(db, rows);
		const notices = rows.map((row, index) => ({ ...shown[index]!, person: own.get(row.person_id)! }));
		// Somebody known under two ids may have been there under both.
		return { notices: [...new Map(notices.map((one) => [`${one.noticeId} ${one.person}`, one])).values()] };
	},
});
