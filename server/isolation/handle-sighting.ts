import Type from 'typebox';
import { actorId } from '#platform/actor';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { handleSightings, selectSighting } from './queries-sightings.ts';
import { officerOfSighting } from './reach.ts';

export const handleSighting = operation({
	name: 'isolation.handle-sighting',
	summary: {
		vi: 'Đánh dấu đã xử lý một lần xuất hiện ở nơi khác, cùng những lần trước đó của người ấy',
		en: 'Marks a sighting as handled, and those before it of the same person under the same order or cordon',
	},
	who: officerOfSighting,
	input: Type.Object(
		{ sightingId: Id, note: Type.String({ minLength: 3, maxLength: 500, description: 'What was done' }) },
		{ additionalProperties: false },
	),
	output: Type.Object({ handled: Type.Integer() }),
	personal: 'changes',
	run: async ({ db, caller, now, about }, { sightingId, note }) => {
		const seen = await db.find(selectSighting(sightingId));
		if (!seen) throw new Problem('not-found', { field: 'sightingId' });
		about(seen.person_id);
		const authority = 'authority' in caller.actor ? caller.actor.authority : '';
		const by = actorId(caller.actor) ?? null;
		const handled = await db.run(handleSightings({ sightingId, by, authority, note, now }));
		if (!handled) throw new Problem('already-ended');
		return { handled };
	},
});
