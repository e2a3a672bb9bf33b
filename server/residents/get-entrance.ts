import Type from 'typebox';
import { findArea } from '#areas';
import type { Context } from '#platform/operation';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { anyone } from '#platform/who';
import { readPlaceCode } from '#shared/codes/place-code';
import { findCordon, type HeldCordon } from '#zones';
import { selectEntrance } from './queries.ts';
import { selectGroupNames } from './queries-completion.ts';

export const Code = Type.String({ minLength: 9, maxLength: 20, description: 'Under the QR: K7QF-2M9X-4' });

/** The cordon behind a code. Throws `entrance-closed` for a code that is none, is closed, or of a cordon that is over. */
export async function readEntrance({ db, now }: Pick<Context, 'db' | 'now'>, written: string): Promise<HeldCordon> {
	const code = readPlaceCode(written);
	const entrance = code === undefined ? undefined : await db.find(selectEntrance(code));
	const cordon = entrance && (await findCordon(db, entrance.cordon_id));
	if (!cordon || (cordon.until && cordon.until <= now)) throw new Problem('entrance-closed', { field: 'code' });
	return cordon;
}

export const getEntrance = operation({
	name: 'residents.get-entrance',
	summary: {
		vi: 'Mã QR này là của vùng khoanh nào, có những tổ, thôn nào',
		en: 'Which cordon a QR is of, and which groups it has',
	},
	who: anyone,
	input: Type.Object({ code: Code }, { additionalProperties: false }),
	output: Type.Object({
		areaName: Type.Object({ vi: Type.String(), en: Type.String() }),
		part: Type.Optional(Type.String()),
		from: Type.String({ format: 'date-time' }),
		until: Type.Optional(Type.String({ format: 'date-time' })),
		groups: Type.Array(Type.String()),
	}),
	personal: 'none',
	limits: [{ what: 'address', by: (_input, { address }) => address, limit: { count: 120, seconds: 600 } }],
	run: async (context, { code }) => {
		const { db } = context;
		const { cordonId, areaId, part, from, until } = await readEntrance(context, code);
		const groups = await db.rows(selectGroupNames(cordonId));
		return {
			areaName: (await findArea(db, areaId))?.fullName ?? { vi: '', en: '' },
			...(part ? { part } : {}),
			from: from.toISOString(),
			...(until ? { until: until.toISOString() } : {}),
			groups: groups.map((row) => row.group_name),
		};
	},
});
