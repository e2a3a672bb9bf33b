import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Type, { type Static } from 'typebox';
import { findArea } from '#areas';
import { readDiseases } from '#diseases';
import type { Db } from '#platform/db';
import { Problem } from '#platform/problem';
import { formatDay, formatMoment, startOfDay } from '#shared/language';
import { Form } from './outbreak.ts';
import type { OutbreakRow } from './queries.ts';
import { insertTemplate, selectTemplates, type TemplateRow } from './queries-notices.ts';

/** The text of a form, whose `{words}` are filled with what is known of the outbreak. */
export const templateFields = {
	form: Form,
	title: Type.String({ minLength: 3, maxLength: 300 }),
	body: Type.String({ minLength: 20, maxLength: 10_000 }),
	isSample: Type.Boolean({ description: 'Not the official wording; says so wherever it is shown' }),
	source: Type.String({ minLength: 3, maxLength: 500 }),
};
export const Template = Type.Object({ ...templateFields, version: Type.Integer({ minimum: 1 }) });
type Template = Static<typeof Template>;

export const toTemplate = (row: TemplateRow): Template => ({
	form: row.form as Form,
	version: row.version,
	title: row.title,
	body: row.body,
	isSample: row.is_sample,
	source: row.source,
});

/** Adds the forms the product comes with; those that are there stay as they are. */
export async function ensureTemplates(db: Db): Promise<void> {
	const folder = join(import.meta.dirname, 'notice-templates');
	for (const name of readdirSync(folder).sort()) {
		const { isSample, ...one } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Template;
		await db.run(insertTemplate({ ...one, is_sample: isSample }));
	}
}

/** What a template may name, with what it says in an example. */
const examples = {
	name: 'Ổ dịch tổ 7',
	disease: 'COVID-19',
	determinedAt: '08:30 24/11/2026',
	location: 'Tổ 7, ngõ 12 phố Quán Thánh',
	area: 'Phường Ba Đình, Thành phố Hà Nội',
	decision: '15/QĐ-UBND',
	advice: 'Đeo khẩu trang nơi đông người, khai báo y tế khi có triệu chứng',
	fromOn: '20/11/2026',
	untilOn: '10/12/2026',
	endDecision: '21/QĐ-UBND',
};
export const templateWords: readonly string[] = Object.keys(examples);
const words = new Set(templateWords);

/** A template as it would read for an outbreak that does not exist. */
export const fillExample = (body: string): string => fillTemplate(body, examples);

/** The first `{word}` of a template that nothing fills; undefined when all are known. */
export const unknownWord = (body: string): string | undefined =>
	[...body.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1]!).find((word) => !words.has(word));

/** A template with its `{words}` filled; what is not known stays as dots to be written by hand. */
export const fillTemplate = (body: string, facts: Readonly<Record<string, string | undefined>>): string =>
	body.replace(/\{(\w+)\}/g, (_whole, word: string) => facts[word] || '…………');

/** A form filled in for an outbreak, in Vietnamese: it goes to Vietnamese authorities and the public. */
export async function draftNotice(db: Db, row: OutbreakRow, form: Form): Promise<Template> {
	const template = (await db.rows(selectTemplates())).find((one) => one.form === form);
	if (!template) throw new Problem('not-found', { field: 'form' });
	const [area, diseases] = await Promise.all([findArea(db, Number(row.area_path.split('.').at(-1))), readDiseases(db)]);
	const body = fillTemplate(template.body, {
		name: row.name,
		disease: diseases.find((one) => one.disease === row.disease)?.name.vi,
		determinedAt: formatMoment(row.determined_at),
		location: row.location,
		area: area?.fullName.vi,
		decision: row.decision,
		advice: row.advice,
		fromOn: formatDay(startOfDay(row.from_on)),
		untilOn: row.until_on ? formatDay(startOfDay(row.until_on)) : undefined,
		endDecision: row.end_decision ?? undefined,
	});
	return { ...toTemplate(template), body };
}
