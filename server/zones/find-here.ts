import Type from 'typebox';
import { operation } from '#platform/operation';
import { anyone } from '#platform/who';
import { contains, readOutline } from '#shared/geo/outline';
import { PublicCordon, toPublicCordons } from './cordon.ts';
import { selectAround } from './queries.ts';

export const findHere = operation({
	name: 'zones.find-here',
	summary: {
		vi: 'Vị trí này có nằm trong vùng khoanh nào vẽ trên bản đồ không; vị trí không được lưu',
		en: 'Which cordons with an outline a position lies in; the position is kept nowhere',
	},
	who: anyone,
	input: Type.Object(
		{
			latitude: Type.Number({ minimum: -90, maximum: 90 }),
			longitude: Type.Number({ minimum: -180, maximum: 180 }),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ cordons: Type.Array(PublicCordon) }),
	personal: 'none',
	limits: [{ what: 'address', by: (_input, { address }) => address, limit: { count: 120, seconds: 600 } }],
	run: async ({ db, now }, { latitude, longitude }) => {
		const around = await db.rows(selectAround({ latitude, longitude }, now));
		const here = around.filter(({ outline }) => {
			const read = readOutline(outline);
			return 'box' in read && contains(read, [longitude, latitude]);
		});
		return { cordons: await toPublicCordons(db, here) };
	},
});
