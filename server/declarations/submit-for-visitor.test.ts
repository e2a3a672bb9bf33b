import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { get, getMine, issueCode, submitForVisitor } from '#declarations';
import { changeProfile, getMe } from '#identity';
import { call } from '#platform/call';
import { newUuid } from '#platform/ids';
import { sql } from '#platform/sql';
import type { TestPlatform } from '#test/database';
import { wholeAnswers } from '#test/declaration';
import {
	addCafe,
	addControllerOf,
	addDeclared,
	administrator,
	anybody,
	generalForm,
	openVaora,
	type SignedIn,
	signIn,
} from '#test/people';

let platform: TestPlatform;
let controller: SignedIn;
let manager: SignedIn;
let place: string;

beforeAll(async () => {
	platform = await openVaora();
	manager = await signIn(platform, '+84903330001');
	place = (await addCafe(platform, manager)).placeId;
	controller = await addControllerOf(platform, manager, place, '+84903330002');
});
afterAll(() => platform.close());

let phones = 10;
const newPhone = () => `+849033300${phones++}`;
const input = (phone: string, id = newUuid()) => ({
	id,
	place,
	form: generalForm,
	answers: { ...wholeAnswers, phone },
});

describe('a controller', () => {
	test('declares for a visitor, whose declaration then belongs to the phone that was given', async () => {
		const phone = newPhone();

		const { personId, level } = await call(platform, submitForVisitor, await controller.caller(), input(phone));

		expect(level).toBe('green');
		const visitor = await signIn(platform, phone);
		const { declarations } = await call(platform, getMine, await visitor.caller(), {});
		expect(declarations).toMatchObject([{ person: personId, isProxy: true }]);
		expect((await call(platform, getMe, await visitor.caller(), {})).persons[0]!.profile.fullName).toBe(
			'NGUYỄN THỊ BƯỞI',
		);
		const kept = await platform.db.one(
			sql<object>`select place_id, declared_by from declarations.declaration where person_id = ${personId}`,
		);
		expect(kept).toEqual({ place_id: place, declared_by: controller.accountId });
	});

	test('cannot read or change the person for having typed them', async () => {
		const { personId: person, declarationId: declaration } = await call(
			platform,
			submitForVisitor,
			await controller.caller(),
			input(newPhone()),
		);
		const caller = await controller.caller();
		const refused = { code: 'not-allowed' };

		await expect(call(platform, get, caller, { person, declaration })).rejects.toMatchObject(refused);
		await expect(call(platform, issueCode, caller, { person })).rejects.toMatchObject(refused);
		await expect(call(platform, changeProfile, caller, { person, profile: { fullName: 'X' } })).rejects.toMatchObject(
			refused,
		);
		expect((await call(platform, getMe, caller, {})).persons).toEqual([]);
	});

	test('who sends it twice has declared once', async () => {
		const [phone, id] = [newPhone(), newUuid()];

		const answers = await Promise.all(
			[1, 2, 3].map(async () => call(platform, submitForVisitor, await controller.caller(), input(phone, id))),
		);

		expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
		const visitor = await signIn(platform, phone);
		expect((await call(platform, getMine, await visitor.caller(), {})).declarations).toHaveLength(1);
	});

	test('does not overwrite who the owner of the phone is', async () => {
		const owner = await addDeclared(platform, newPhone());
		const answers = { ...wholeAnswers, phone: owner.phone, 'full-name': 'AI ĐÓ KHÁC' };

		const { personId } = await call(platform, submitForVisitor, await controller.caller(), {
			...input(owner.phone),
			answers,
		});

		expect(personId).not.toBe(owner.personId);
		const { persons } = await call(platform, getMe, await owner.caller(), {});
		expect(persons.map(({ relation, profile }) => [relation, profile.fullName])).toEqual([
			['self', 'NGUYỄN THỊ BƯỞI'],
			['other', 'AI ĐÓ KHÁC'],
		]);
	});

	test('is told what is missing', async () => {
		const { phone: _phone, ...answers } = wholeAnswers;

		await expect(
			call(platform, submitForVisitor, await controller.caller(), { ...input(''), answers }),
		).rejects.toMatchObject({
			code: 'invalid-input',
			options: { field: 'answers.phone' },
		});
	});
});

test('nobody but a controller or manager of that place declares for its visitors', async () => {
	const elsewhere = await signIn(platform, '+84903330003');
	await addCafe(platform, elsewhere);

	for (const caller of [
		await elsewhere.caller(),
		await (await addDeclared(platform, newPhone())).caller(),
		administrator,
	])
		await expect(call(platform, submitForVisitor, caller, input(newPhone()))).rejects.toMatchObject({
			code: 'not-allowed',
		});
	await expect(call(platform, submitForVisitor, anybody, input(newPhone()))).rejects.toMatchObject({
		code: 'not-signed-in',
	});
	await call(platform, submitForVisitor, await manager.caller(), input(newPhone()));
});
