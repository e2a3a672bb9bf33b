import Type from 'typebox';
import { findArea } from '#areas';
import { officer, sameAs } from '#identity';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { AskedPerson, listAsked } from './asked.ts';
import { selectWatched } from './queries-people.ts';
import { rangesWithin } from './reach.ts';
import { AreaId, followUp } from './shapes.ts';

export const listRound = operation({
	name: 'monitoring.list-round',
	summary: {
		vi: 'Những người phải báo hôm nay trong một địa bàn, để hỏi lần lượt từng người, tên được che',
		en: 'Who is to report today in an area, to be asked one after another, with masked names',
	},
	who: officer,
	input: Type.Object(
		{
			areaId: Type.Optional(AreaId),
			limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
			cursor: Type.Optional(Type.String({ pattern: '^[0-9.]{0,200} [0-9]{1,19}$' })),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({
		people: Type.Array(AskedPerson),
		nextCursor: Type.Optional(Type.String()),
	}),
	personal: 'reads',
	purpose: () => followUp,
	run: async (context, { areaId, limit = 100, cursor = ' 0' }) => {
		const { db, caller, about } = context;
		const area = areaId === undefined ? undefined : await findArea(db, areaId);
		if (areaId !== undefined && !area) throw new Problem('not-found', { field: 'areaId' });
		const [areaPath, person] = cursor.split(' ') as [string, string];
		const rows = [];
		for (const range of rangesWithin(caller.actor, area?.path)) {
			if (range.until <= areaPath || rows.length >= limit) continue;
			rows.push(...(await db.rows(selectWatched({ range, after: { areaPath, person }, limit: limit - rows.length }))));
		}
		const persons = await sameAs(
			db,
			rows.map((row) => row.person_id),
		);
		const last = rows.at(-1);
		const people = await listAsked(context, [...new Set([...persons.values()].flat())]);
		about(...people.map(({ person }) => person));
		return {
			people,
			...(last && rows.length === limit ? { nextCursor: `${last.area_path} ${last.person_id}` } : {}),
		};
	},
});
