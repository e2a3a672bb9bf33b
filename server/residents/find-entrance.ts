import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { officerOfCordon } from '#zones';
import { selectEntranceOf } from './queries.ts';

export const findEntrance = operation({
	name: 'residents.find-entrance',
	summary: { vi: 'Mã QR ghi tên của một vùng khoanh, nếu có', en: 'The code of a cordon’s QR, where it has one' },
	who: officerOfCordon,
	input: Type.Object({ cordonId: Id }, { additionalProperties: false }),
	output: Type.Object({ code: Type.Optional(Type.String()), isOpen: Type.Boolean() }),
	personal: 'none',
	run: async ({ db }, { cordonId }) => {
		const row = await db.find(selectEntranceOf(cordonId));
		return row ? { code: row.code, isOpen: !row.closed_at } : { isOpen: false };
	},
});
