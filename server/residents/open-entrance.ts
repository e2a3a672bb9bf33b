import Type from 'typebox';
import { actorId } from '#platform/actor';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { newPlaceCode } from '#shared/codes/place-code';
import { getHeldCordon, officerOfCordon } from '#zones';
import { holdCordon } from './add-residents.ts';
import { insertEntrance, selectEntranceOf, updateEntrance } from './queries.ts';

export const openEntrance = operation({
	name: 'residents.open-entrance',
	summary: {
		vi: 'Mở hoặc đóng mã QR để các nhà trong vùng khoanh tự ghi tên',
		en: 'Opens or closes the QR by which a cordon’s households put themselves on its list',
	},
	who: officerOfCordon,
	input: Type.Object({ cordonId: Id, isOpen: Type.Boolean() }, { additionalProperties: false }),
	output: Type.Object({ code: Type.String(), isOpen: Type.Boolean() }),
	personal: 'none',
	run: async (context, { cordonId, isOpen }) => {
		const { db, now, caller } = context;
		if (isOpen) await holdCordon(context, cordonId);
		else await getHeldCordon(db, cordonId);
		await db.run(insertEntrance({ code: newPlaceCode(), cordonId, by: actorId(caller.actor) ?? null, now }));
		await db.run(updateEntrance(cordonId, isOpen ? null : now));
		return { code: (await db.one(selectEntranceOf(cordonId))).code, isOpen };
	},
});
