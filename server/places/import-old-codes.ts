import Type from 'typebox';
import { operation } from '#platform/operation';
import { anyOf, role, system } from '#platform/who';
import { readOldPlaceCode } from '#shared/codes/old-place-code';
import { readPlaceCode, readPlaceUrl } from '#shared/codes/place-code';
import { selectGatesOfCodes, upsertOldCodes } from './queries-old-codes.ts';

const rowsMax = 2_000;

const Column = Type.Union([Type.Literal('system'), Type.Literal('old_id'), Type.Literal('place_code')]);

interface OldCode {
	system: 'tokhaiyte' | 'pccovid';
	id: string;
	/** As it stands in the poster's address. */
	code: string;
}

export const importOldCodes = operation({
	name: 'places.import-old-codes',
	summary: {
		vi: 'Nhập danh sách mã địa điểm cũ (tokhaiyte.vn, PC-Covid) ứng với mã địa điểm ở đây',
		en: 'Takes a list of which place here an old code (tokhaiyte.vn, PC-Covid) stands for',
	},
	who: anyOf(role(['administrator']), system),
	input: Type.Object(
		{
			rows: Type.Array(
				Type.Object(
					{
						system: Type.String({ maxLength: 40, description: 'tokhaiyte or pccovid' }),
						oldId: Type.String({ maxLength: 400, description: 'The id, or the whole address' }),
						placeCode: Type.String({ maxLength: 400 }),
					},
					{ additionalProperties: false },
				),
				{ minItems: 1, maxItems: rowsMax },
			),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({
		added: Type.Integer(),
		changed: Type.Integer({ description: 'Led to another place before' }),
		refused: Type.Array(Type.Object({ row: Type.Integer({ description: 'From 1' }), column: Column }), {
			description: 'Rows that were left out, with the column that is wrong',
		}),
	}),
	personal: 'none',
	run: async ({ db, now }, { rows }) => {
		const read = rows.map(readRow);
		const codes = read.flatMap((one) => ('code' in one ? one.code : []));
		const gates = new Map((await db.rows(selectGatesOfCodes(codes))).map((row) => [row.code, row]));
		const refused: { row: number; column: 'system' | 'old_id' | 'place_code' }[] = [];
		// The last of several rows for one old code counts, as if they came one after the other.
		const wanted = new Map<string, Parameters<typeof upsertOldCodes>[0][number]>();
		for (const [index, one] of read.entries()) {
			const gate = 'code' in one ? gates.get(one.code) : undefined;
			if (!('code' in one)) refused.push({ row: index + 1, column: one.wrong });
			else if (!gate) refused.push({ row: index + 1, column: 'place_code' });
			else {
				const { system: name, id } = one;
				wanted.set(`${name} ${id}`, { system: name, id, placeId: gate.place_id, gate: gate.gate, now });
			}
		}
		const touched = [];
		for (const statement of upsertOldCodes([...wanted.values()])) touched.push(...(await db.rows(statement)));
		const added = touched.filter((row) => row.is_new).length;
		return { added, changed: touched.length - added, refused };
	},
});

function readRow(row: {
	system: string;
	oldId: string;
	placeCode: string;
}): OldCode | { wrong: 'system' | 'old_id' | 'place_code' } {
	const name = row.system.trim().toLowerCase();
	if (name !== 'tokhaiyte' && name !== 'pccovid') return { wrong: 'system' };
	const host = name === 'tokhaiyte' ? 'tokhaiyte.vn/?groupId=' : 'qr.pccovid.gov.vn/';
	const id = row.oldId.trim();
	const old = readOldPlaceCode(/\.vn(\/|\?|$)/i.test(id) ? id : `${host}${id}`);
	if (old?.system !== name) return { wrong: 'old_id' };
	const code = readPlaceUrl(row.placeCode) ?? readPlaceCode(row.placeCode);
	return code ? { ...old, code } : { wrong: 'place_code' };
}
