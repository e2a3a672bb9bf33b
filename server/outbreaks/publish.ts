import Type from 'typebox';
import { actorId } from '#platform/actor';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { draftNotice } from './notice.ts';
import { Form, getOutbreakRow, Moment } from './outbreak.ts';
import { insertNotice } from './queries-notices.ts';
import { officerOfOutbreak } from './reach.ts';

export const publish = operation({
	name: 'outbreaks.publish',
	summary: {
		vi: 'Ghi rằng thông báo về ổ dịch đã được công bố, với đúng lời văn này; không sửa được nữa',
		en: 'Records that the notice of an outbreak was published in these words; they change no more',
	},
	who: officerOfOutbreak,
	input: Type.Object(
		{
			outbreakId: Id,
			form: Form,
			title: Type.String({ minLength: 3, maxLength: 300 }),
			body: Type.String({ minLength: 20, maxLength: 20_000 }),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ publishedAt: Moment }),
	personal: 'changes',
	run: async ({ db, caller, now }, { outbreakId, form, title, body }) => {
		const row = await getOutbreakRow(db, outbreakId);
		if (form === 'end' && !row.ended_at) throw new Problem('invalid-input', { field: 'form' });
		const { version } = await draftNotice(db, row, form);
		const published = await db.run(
			insertNotice({
				outbreak_id: outbreakId,
				form,
				template_version: version,
				title,
				body,
				published_by: actorId(caller.actor) ?? null,
				published_at: now,
			}),
		);
		if (!published) throw new Problem('conflict');
		return { publishedAt: now.toISOString() };
	},
});
