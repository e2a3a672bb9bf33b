import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setForm } from '#declarations';
import { getCurrent, publish } from '#forms';
import { call } from '#platform/call';
import { sql } from '#platform/sql';
import type { Item, Questionnaire } from '#shared/form/questionnaire';
import type { TestPlatform } from '#test/database';
import { questionnaire } from '#test/declaration';
import { administrator, anybody, openVaora, signIn, staff } from '#test/people';

let platform: TestPlatform;

beforeAll(async () => {
	platform = await openVaora();
});
afterAll(() => platform.close());

const { url } = questionnaire;
const settings = { lookBackDays: 21, disease: { vi: 'cúm A/H5N1', en: 'influenza A/H5N1' } };

/** Publishes the shipped questionnaire with its questions changed; a question that becomes undefined is left out. */
async function publishVersion(version: string, change: (item: Item) => Item | undefined) {
	const questions = (items: Item[] | undefined) => items?.flatMap((item) => change(item) ?? []);
	const item = questionnaire.item.map((group) => ({ ...group, item: questions(group.item) }));
	const changed = { ...questionnaire, version, item } as Questionnaire;
	await call(platform, publish, administrator, { questionnaire: changed as unknown as Record<string, unknown> });
}
const use = (version: string, name = 'general') =>
	call(platform, setForm, administrator, { name, url, version, settings });
const inUse = async () =>
	((await call(platform, getCurrent, anybody, { name: 'general' })).questionnaire as Questionnaire).version;

describe('an administrator', () => {
	test('chooses the version in use with its settings, and everybody is asked that one', async () => {
		await publishVersion('3', (item) => item);

		await use('3');

		const current = await call(platform, getCurrent, anybody, { name: 'general' });
		expect(current.settings).toEqual(settings);
		expect(current.questionnaire).toMatchObject({ version: '3' });
	});

	test('cannot put a version in use that was never published, nor one without a look-back', async () => {
		const input = { name: 'general', url, version: '99', settings };

		await expect(call(platform, setForm, administrator, input)).rejects.toMatchObject({ code: 'not-found' });
		const none = { ...input, version: '1', settings: { ...settings, lookBackDays: 0 } };
		await expect(call(platform, setForm, administrator, none)).rejects.toMatchObject({ code: 'invalid-input' });
	});

	test('cannot put a version in use that leaves out a question the rule reads, and is told which', async () => {
		await use('1');
		await publishVersion('4', (item) => (['symptoms', 'symptoms-note'].includes(item.linkId) ? undefined : item));

		await expect(use('4')).rejects.toMatchObject({
			code: 'form-lacks-questions',
			options: { values: { questions: 'symptoms' } },
		});

		expect(await inUse()).toBe('1');
	});

	test('cannot put a version in use in which nobody can give an answer the rule reads', async () => {
		const withoutYes = (item: Item) => item.answerOption!.filter((option) => option.valueCoding?.code !== 'yes');
		await publishVersion('5', (item) =>
			item.linkId === 'met-patient' ? { ...item, answerOption: withoutYes(item) } : item,
		);

		await expect(use('5')).rejects.toMatchObject({ options: { values: { questions: 'met-patient = yes' } } });
	});

	test('may leave out a question no rule reads, and one that a later rule no longer reads', async () => {
		await publishVersion('6', (item) => (['travelled', 'travel-places'].includes(item.linkId) ? undefined : item));
		await publishVersion('7', (item) => (item.linkId === 'met-from-country' ? undefined : item));

		await use('6');
		await expect(use('7')).rejects.toMatchObject({ options: { values: { questions: 'met-from-country' } } });
		await platform.db.run(sql`insert into declarations.rule (rule, version, body, valid_from, decision)
			select rule, 2, jsonb_set(body, '{conditions}', jsonb_path_query_array(body, '$.conditions[*] ? (@.code == "symptom")')),
				${platform.clock.now()}, 'Công văn thử'
			from declarations.rule where rule = 'general' and version = 1`);
		await use('7');

		expect(await inUse()).toBe('7');
	});

	test('may use any form under a name no rule judges', async () => {
		await publishVersion('8', (item) => (item.linkId === 'met-patient' ? undefined : item));

		await expect(use('8', 'entry')).resolves.toEqual({});
	});
});

test('nobody else chooses', async () => {
	const person = await signIn(platform, '+84901000001');
	const input = { name: 'general', url, version: '1', settings };

	for (const caller of [await person.caller(), staff('CDC', { name: 'health-officer' }, { name: 'analyst' })])
		await expect(call(platform, setForm, caller, input)).rejects.toMatchObject({ code: 'not-allowed' });
	await expect(call(platform, setForm, anybody, input)).rejects.toMatchObject({ code: 'not-signed-in' });
});
