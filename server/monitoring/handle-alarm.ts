import Type from 'typebox';
import { readIds } from '#identity';
import { actorId } from '#platform/actor';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { handleAlarms, selectAlarm } from './queries-alarms.ts';
import { officerOfAlarm } from './reach.ts';
import { Note } from './shapes.ts';

export const handleAlarm = operation({
	name: 'monitoring.handle-alarm',
	summary: {
		vi: 'Đánh dấu đã xử lý một câu trả lời đỏ, cùng những câu trước đó của người ấy',
		en: 'Marks a red answer as handled, and those before it of the same person in the same area',
	},
	who: officerOfAlarm,
	input: Type.Object({ alarmId: Id, note: { ...Note, description: 'What was done' } }, { additionalProperties: false }),
	output: Type.Object({ handled: Type.Integer() }),
	personal: 'changes',
	run: async ({ db, caller, now, about }, { alarmId, note }) => {
		const alarm = await db.find(selectAlarm(alarmId));
		if (!alarm) throw new Problem('not-found', { field: 'alarmId' });
		about(alarm.person_id);
		const authority = 'authority' in caller.actor ? caller.actor.authority : '';
		const by = actorId(caller.actor) ?? null;
		const persons = await readIds(db, alarm.person_id);
		const handled = await db.run(handleAlarms({ alarmId, persons, by, authority, note, now }));
		if (!handled) throw new Problem('already-ended');
		return { handled };
	},
});
