import Type from 'typebox';
import { readOwnPeople } from '#identity';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { account } from '#platform/who';
import { type Due, listDue } from './due.ts';
import { Day, Level, Words } from './shapes.ts';
import { slotName } from './slots.ts';

export const DuePerson = Type.Object({
	person: Id,
	form: Type.String({ description: 'The form’s name, for forms.get-current' }),
	slot: Type.Integer(),
	slotName: Words,
	reportsADay: Type.Integer(),
	level: Type.Optional(Level),
	untilOn: Type.Optional(Day),
});

export const toDue = ({ person, form, slot, reportsADay, level, untilOn }: Due) => ({
	...{ person, form, slot, slotName: slotName(slot, reportsADay), reportsADay },
	...(level ? { level } : {}),
	...(untilOn ? { untilOn } : {}),
});

export const listMine = operation({
	name: 'monitoring.list-mine',
	summary: {
		vi: 'Những người của mình phải báo sức khoẻ hôm nay, và ai đã báo',
		en: 'Who of one’s own people is to report today, and whether they did',
	},
	who: account,
	input: Type.Object({}, { additionalProperties: false }),
	output: Type.Object({ people: Type.Array(DuePerson) }),
	personal: 'reads',
	run: async ({ db, now, caller: { actor }, about }) => {
		const own = await readOwnPeople(db, actor);
		const listed = await listDue(db, { persons: [...own.keys()] }, now);
		const due = listed.map((one) => ({ ...one, person: own.get(one.person)! }));
		about(...due.map(({ person }) => person));
		return { people: due.map(toDue) };
	},
});
