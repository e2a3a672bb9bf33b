import Type from 'typebox';
import { operation } from '#platform/operation';
import { account } from '#platform/who';
import { renewLinks, selectHouseholdsOf, upsertRemindFrom } from './queries.ts';

export const setTime = operation({
	name: 'reminders.set-time',
	summary: {
		vi: 'Chọn giờ nhận tin nhắn nhắc báo sức khoẻ, hoặc đổi đường dẫn đã lộ',
		en: 'Chooses from which hour one is reminded, or makes a link void that others know',
	},
	who: account,
	input: Type.Object(
		{
			from: Type.Optional(
				Type.Union([Type.Integer({ minimum: 6, maximum: 19 }), Type.Null()], {
					description: 'The hour from which on, in Viet Nam; null: as for everybody',
				}),
			),
			renewLink: Type.Optional(Type.Boolean()),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({}),
	personal: 'records',
	run: async ({ db, caller: { actor }, about }, { from, renewLink }) => {
		const persons = actor.kind === 'account' ? actor.persons : [];
		const rows = await db.rows(selectHouseholdsOf(persons));
		about(...new Set(rows.map((row) => row.person_id)));
		const households = [...new Set(rows.map((row) => row.household_id))];
		if (from !== undefined && households.length) await db.run(upsertRemindFrom(households, from));
		if (renewLink && households.length) await db.run(renewLinks(households));
		return {};
	},
});
