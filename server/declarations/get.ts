import Type from 'typebox';
import { readIds } from '#identity';
import { Id, uuidPattern } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { self } from '#platform/who';
import { selectDeclaration } from './queries.ts';
import { AnswerInput, Level, Moment } from './shapes.ts';

export const get = operation({
	name: 'declarations.get',
	summary: {
		vi: 'Một tờ khai của mình: phiên bản mẫu và câu trả lời',
		en: 'One of one’s own declarations: the form’s version and the answers',
	},
	who: self((input: { person: string }) => input.person),
	input: Type.Object(
		{ person: Id, declaration: Type.String({ pattern: uuidPattern }) },
		{ additionalProperties: false },
	),
	output: Type.Object({
		form: Type.Object({ url: Type.String(), version: Type.String(), settings: Type.Unknown() }),
		answers: AnswerInput,
		declaredAt: Moment,
		level: Level,
	}),
	personal: 'reads',
	run: async ({ db, platform: { keys }, about }, { person, declaration }) => {
		const row = await db.find(selectDeclaration(await readIds(db, person), declaration));
		if (!row) throw new Problem('not-found');
		about(person);
		return {
			form: { url: row.form_url, version: row.form_version, settings: row.form_settings },
			answers: JSON.parse(keys.decrypt(row.answers_sealed)),
			declaredAt: row.declared_at.toISOString(),
			level: row.level,
		};
	},
});
