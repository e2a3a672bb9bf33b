import Type from 'typebox';
import { filterFields, LineOrder } from '#cases';
import { officer } from '#identity';
import { type Actor, actorId, rolesOf } from '#platform/actor';
import { Id, newId } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { normalise } from '#shared/text/vietnamese';
import { countViews, upsertView } from './queries.ts';

/** What a view keeps: the filters of a line list and its order. */
export const ViewFilter = Type.Object(
	{ ...filterFields, order: Type.Optional(LineOrder) },
	{ additionalProperties: false },
);

const viewsMax = 100;

export const save = operation({
	name: 'views.save',
	summary: {
		vi: 'Lưu một bộ lọc danh sách ca với tên riêng; dùng riêng hoặc chia sẻ trong địa bàn; lưu lại tên cũ là thay',
		en: 'Keeps the filters of a line list by a name, alone or shared in the own area; the same name replaces it',
	},
	who: officer,
	input: Type.Object(
		{ name: Type.String({ minLength: 2, maxLength: 80 }), filter: ViewFilter, isShared: Type.Boolean() },
		{ additionalProperties: false },
	),
	output: Type.Object({ viewId: Id }),
	personal: 'none',
	run: async ({ db, caller, now }, { name, filter, isShared }) => {
		const owner = actorId(caller.actor)!;
		const shown = normalise(name);
		if (!shown) throw new Problem('invalid-input', { field: 'name' });
		if ((await db.one(countViews(owner))).views >= viewsMax) throw new Problem('payload-too-large');
		const row = { view_id: newId(), owner_id: owner, name: shown, filter, saved_at: now };
		const { view_id } = await db.one(upsertView({ ...row, area_path: isShared ? ownArea(caller.actor) : null }));
		return { viewId: view_id };
	},
});

/** With whom an officer shares: their area, or the whole country. */
function ownArea(actor: Actor): string {
	const held = rolesOf(actor).filter(({ name, place }) => name === 'health-officer' && place === undefined);
	return held.some(({ area }) => area === undefined) ? '' : held[0]!.area!;
}
