import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setForm, submit } from '#declarations';
import { publish } from '#forms';
import { getMe } from '#identity';
import { call } from '#platform/call';
import { newUuid } from '#platform/ids';
import { sql } from '#platform/sql';
import type { TestPlatform } from '#test/database';
import { healthyAnswers, questionnaire, wholeAnswers } from '#test/declaration';
import {
	addDeclared,
	administrator,
	anybody,
	declare,
	generalForm,
	openVaora,
	type SignedIn,
	signIn,
	staff,
} from '#test/people';

let platform: TestPlatform;

beforeAll(async () => {
	platform = await openVaora();
});
afterAll(() => platform.close());

let phones = 0;
const newPhone = () => `+849011110${String(phones++).padStart(2, '0')}`;
const send = async (person: SignedIn, change: object = {}) =>
	call(platform, submit, await person.caller(), {
		id: newUuid(),
		form: generalForm,
		person: 'self',
		answers: { ...wholeAnswers, phone: person.phone },
		...change,
	});
const declarationsOf = (personId: string) =>
	platform.db.rows(sql<{ level: string; is_proxy: boolean; declared_by: string; form_version: string }>`
		select level, is_proxy, declared_by, form_version from declarations.declaration where person_id = ${personId} order by declared_at`);

describe('somebody who declares', () => {
	test('for the first time is answered at once: the level, why, what to do, until when', async () => {
		const person = await signIn(platform, newPhone());
		const id = newUuid();

		const answer = await send(person, { id });

		expect(answer).toEqual({
			declarationId: id,
			personId: expect.stringMatching(/^\d+$/),
			level: 'green',
			reasons: [],
			advice: { vi: expect.stringContaining('Mời bạn vào'), en: expect.stringContaining('You may go in') },
			validUntil: '2026-11-27T01:00:00.000Z',
		});
		const { persons } = await call(platform, getMe, await person.caller(), {});
		expect(persons).toMatchObject([
			{
				personId: answer.personId,
				relation: 'self',
				profile: {
					fullName: 'NGUYỄN THỊ BƯỞI',
					birthYear: 1987,
					gender: 'female',
					nationality: 'VN',
					phone: person.phone,
					areaId: expect.any(Number),
				},
			},
		]);
		expect(await declarationsOf(answer.personId)).toEqual([
			{ level: 'green', is_proxy: false, declared_by: person.accountId, form_version: '1' },
		]);
	});

	test('signs of illness and a patient met is told to stay away, and why', async () => {
		const person = await signIn(platform, newPhone());
		const answers = {
			...wholeAnswers,
			phone: person.phone,
			symptoms: ['fever'],
			'symptoms-note': 'Từ hôm qua',
			'met-patient': 'yes',
		};

		const answer = await send(person, { answers });

		expect(answer.level).toBe('red');
		expect(answer.reasons.map(({ code }) => code)).toEqual(['symptom-and-contact']);
	});

	test('a second time is asked about health only, and stays the same person', async () => {
		const person = await addDeclared(platform, newPhone());

		const again = await send(person, { answers: healthyAnswers });

		expect(again.personId).toBe(person.personId);
		expect(await declarationsOf(person.personId)).toHaveLength(2);
	});

	test('corrects who they are by filling that part in again', async () => {
		const person = await addDeclared(platform, newPhone());

		await send(person, { answers: { ...wholeAnswers, phone: person.phone, 'full-name': 'NGUYỄN THỊ MÍT' } });

		const { persons } = await call(platform, getMe, await person.caller(), {});
		expect(persons.map(({ profile }) => profile.fullName)).toEqual(['NGUYỄN THỊ MÍT']);
	});

	test('for somebody else is kept as who declared, and the other is a person of their own', async () => {
		const person = await addDeclared(platform, newPhone());

		const child = await declare(platform, person, { 'full-name': 'NGUYỄN VĂN TÍ' }, 'other');

		expect(child.personId).not.toBe(person.personId);
		expect(await declarationsOf(child.personId)).toMatchObject([{ is_proxy: true, declared_by: person.accountId }]);
		const again = await send(person, { person: child.personId, answers: healthyAnswers });
		expect(again.personId).toBe(child.personId);
	});

	test('for somebody else before oneself can do so', async () => {
		const person = await signIn(platform, newPhone());

		const child = await declare(platform, person, {}, 'other');

		expect(await declarationsOf(child.personId)).toMatchObject([{ is_proxy: true }]);
	});

	test('twice with the same id has declared once, one after the other or at the same time', async () => {
		const person = await signIn(platform, newPhone());
		const [id, other] = [newUuid(), newUuid()];

		const answers = await Promise.all([send(person, { id }), send(person, { id }), send(person, { id })]);
		const children = await Promise.all([1, 2].map(() => send(person, { id: other, person: 'other' })));

		expect(new Set([...answers, await send(person, { id })].map((one) => JSON.stringify(one))).size).toBe(1);
		expect(children[0]).toEqual(children[1]);
		expect(await declarationsOf(answers[0]!.personId)).toHaveLength(1);
		expect((await call(platform, getMe, await person.caller(), {})).persons).toHaveLength(2);
	});

	test('with something missing is told each question in both languages, and nothing is kept', async () => {
		const person = await signIn(platform, newPhone());
		const answers = { ...wholeAnswers, 'full-name': ' ', travelled: 'yes', commune: '19777' };

		await expect(send(person, { answers })).rejects.toMatchObject({
			code: 'invalid-input',
			options: {
				field: 'answers.full-name',
				fields: [
					{ field: 'answers.full-name', text: { vi: 'Bạn chưa nhập họ tên', en: expect.any(String) } },
					{ field: 'answers.travel-places', text: { vi: 'Bạn chưa ghi những nơi đã đến', en: expect.any(String) } },
					{ field: 'answers.commune', text: { vi: 'Phường, xã này không thuộc tỉnh đã chọn', en: expect.any(String) } },
				],
			},
		});
		expect((await call(platform, getMe, await person.caller(), {})).persons).toEqual([]);
	});

	test('who is new cannot leave out who they are', async () => {
		const person = await signIn(platform, newPhone());

		await expect(send(person, { answers: healthyAnswers })).rejects.toMatchObject({
			options: { field: 'answers.full-name' },
		});
	});

	test('for two hundred people can declare for no more', async () => {
		const person = await addDeclared(platform, newPhone());
		await platform.db.run(sql`insert into identity.person (person_id, account_id, relation, profile_sealed, created_at, updated_at)
			select n, ${person.accountId}, 'other', '', ${platform.clock.now()}, ${platform.clock.now()} from generate_series(1000, 1198) n`);

		await expect(declare(platform, person, {}, 'other')).rejects.toMatchObject({ code: 'too-many-persons' });
		await declare(platform, person);
	});
});

describe('somebody else', () => {
	test('cannot declare for a person of another account: it is as if there were none', async () => {
		const person = await addDeclared(platform, newPhone());
		const other = await addDeclared(platform, newPhone());
		const refused = { code: 'person-not-found' };

		await expect(send(other, { person: person.personId, answers: healthyAnswers })).rejects.toMatchObject(refused);
		await expect(send(other, { person: '123456789', answers: healthyAnswers })).rejects.toMatchObject(refused);
		expect(await declarationsOf(person.personId)).toHaveLength(1);
	});

	test('who is not signed in by phone cannot declare', async () => {
		const input = { id: newUuid(), form: generalForm, person: 'self', answers: wholeAnswers };

		await expect(call(platform, submit, anybody, input)).rejects.toMatchObject({ code: 'not-signed-in' });
		await expect(call(platform, submit, staff('CDC', { name: 'health-officer' }), input)).rejects.toMatchObject({
			code: 'not-allowed',
		});
	});

	test('cannot declare on a form that was never published', async () => {
		const person = await signIn(platform, newPhone());

		await expect(send(person, { form: { url: 'urn:x', version: '1' } })).rejects.toMatchObject({ code: 'not-found' });
	});
});

test('who filled in the older version while a new one was put in use is not refused', async () => {
	const person = await signIn(platform, newPhone());
	const newer = { ...questionnaire, version: '2' } as unknown as Record<string, unknown>;
	await call(platform, publish, administrator, { questionnaire: newer });
	const settings = { lookBackDays: 21, disease: { vi: 'COVID-19', en: 'COVID-19' } };
	await call(platform, setForm, administrator, { name: 'general', url: questionnaire.url, version: '2', settings });

	const { personId } = await send(person);
	await send(person, { form: { ...generalForm, version: '2' } });

	expect((await declarationsOf(personId)).map((row) => row.form_version).sort()).toEqual(['1', '2']);
});
