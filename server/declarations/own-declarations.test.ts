import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { confirm, exportResponse, get, getMine, getStanding, issueCode, publicKeyOf, publicKeys } from '#declarations';
import type { Caller } from '#platform/actor';
import { call } from '#platform/call';
import { newUuid } from '#platform/ids';
import { p256 } from '#shared/codes/cose';
import { readNationalCode } from '#shared/codes/national-code';
import { readPersonalCode, toHex } from '#shared/codes/personal-code';
import { anchorOf, newSeed, showSlot } from '#shared/codes/rotating-code';
import type { TestPlatform } from '#test/database';
import { healthyAnswers } from '#test/declaration';
import { addDeclared, administrator, anybody, declare, moveTo, openVaora, signIn, staff } from '#test/people';

let platform: TestPlatform;
const start = '2026-11-24T08:00:00+07:00';

beforeAll(async () => {
	platform = await openVaora(start);
});
afterAll(() => platform.close());

let phones = 0;
const newPhone = () => `+849022220${String(phones++).padStart(2, '0')}`;
const declarationOf = async (person: { caller(): Promise<Caller>; personId: string }) =>
	(await call(platform, getMine, await person.caller(), {})).declarations.find((one) => one.person === person.personId)!
		.declarationId;
const sick = { symptoms: ['cough'], 'symptoms-note': 'Từ hôm qua' };

describe('a person', () => {
	test('reads what they declared: the form’s version, its settings, the health answers and nothing of who they are', async () => {
		const person = await addDeclared(platform, newPhone(), sick);

		const read = await call(platform, get, await person.caller(), {
			person: person.personId,
			declaration: await declarationOf(person),
		});

		expect(read).toEqual({
			form: {
				url: 'urn:vaora:questionnaire:general-declaration',
				version: '1',
				settings: { lookBackDays: 14, disease: { vi: 'COVID-19', en: 'COVID-19' } },
			},
			answers: { ...healthyAnswers, ...sick },
			declaredAt: new Date(start).toISOString(),
			level: 'amber',
		});
	});

	test('lists their own declarations and those for others, and sees which still hold', async () => {
		const person = await addDeclared(platform, newPhone());
		const child = await declare(platform, person, sick, 'other');

		const { declarations, hasMore } = await call(platform, getMine, await person.caller(), {});
		const { standings } = await call(platform, getStanding, await person.caller(), {});

		expect(hasMore).toBe(false);
		expect(declarations.map((one) => [one.person, one.level, one.isProxy]).sort()).toEqual(
			[
				[person.personId, 'green', false],
				[child.personId, 'amber', true],
			].sort(),
		);
		expect(standings.every((one) => one.isValid)).toBe(true);
		platform.clock.set('2026-11-27T08:00:00+07:00');
		expect((await call(platform, getStanding, await person.caller(), {})).standings.every((one) => one.isValid)).toBe(
			false,
		);
		platform.clock.set(start);
	});

	test('takes a declaration away as FHIR, saying who declared', async () => {
		const person = await addDeclared(platform, newPhone());
		const child = { ...person, ...(await declare(platform, person, {}, 'other')) };
		const take = async (whose: typeof person) =>
			(
				await call(platform, exportResponse, await whose.caller(), {
					person: whose.personId,
					declaration: await declarationOf(whose),
				})
			).response;

		expect(await take(person)).toMatchObject({
			resourceType: 'QuestionnaireResponse',
			questionnaire: 'urn:vaora:questionnaire:general-declaration|1',
			subject: { reference: `Patient/${person.personId}` },
			source: { reference: `Patient/${person.personId}` },
			authored: '2026-11-24T08:00:00.000+07:00',
		});
		expect(await take(child)).toMatchObject({
			subject: { reference: `Patient/${child.personId}` },
			source: { reference: `RelatedPerson/${person.accountId}` },
		});
		expect(JSON.stringify(await take(person))).not.toMatch(/BƯỞI|001093029317|90222/);
	});

	test('is given a signed code that anybody verifies with the public keys, and the national one', async () => {
		const person = await addDeclared(platform, newPhone());

		const issued = await call(platform, issueCode, await person.caller(), { person: person.personId });

		const { keys } = await call(platform, publicKeys, anybody, {});
		const imported = await Promise.all(
			keys.map(
				async ({ keyId, key }) =>
					[keyId, await crypto.subtle.importKey('jwk', key as JsonWebKey, p256, false, ['verify'])] as const,
			),
		);
		expect(keys.map(({ key }) => Object.keys(key as object))).toEqual([['kty', 'crv', 'x', 'y']]);
		expect(await readPersonalCode(issued.code, new Map(imported), platform.clock.now())).toEqual({
			ok: true,
			claims: {
				kind: 'static',
				personId: person.personId,
				level: 'green',
				issuedAt: new Date(start),
				expiresAt: new Date('2026-11-27T08:00:00+07:00'),
			},
		});
		expect(readNationalCode(issued.national)).toMatchObject({
			documentNumber: '001093029317',
			fullName: 'NGUYEN THI BUOI',
			birthDate: '1987-01-01',
			isDeclaredByAnother: false,
			qid: person.personId,
			extension: { gender: 2, phone: person.phone.replace('+84', '0') },
		});
	});

	test('whose phone has made a hash chain is given a code that changes by the minute', async () => {
		const person = await addDeclared(platform, newPhone());
		const chain = { seed: newSeed(), slots: 72 * 60 };
		const input = { person: person.personId, anchor: toHex(anchorOf(chain)) };

		const { rotating, short, issuedAt, expiresAt } = await call(platform, issueCode, await person.caller(), input);

		const { keyId, key } = await publicKeyOf(platform);
		const keys = new Map([[keyId, await crypto.subtle.importKey('jwk', key, p256, false, ['verify'])]]);
		const at = (seconds: number) => new Date(Date.parse(issuedAt) + seconds * 1_000);
		expect(rotating!.expiresAt).toBe(expiresAt);
		for (const [text, kind] of [
			[showSlot(rotating!.code, chain, 0)!, 'rotating'],
			[short, 'short'],
		] as const) {
			expect(await readPersonalCode(text, keys, at(119))).toMatchObject({ ok: true, claims: { kind, level: 'green' } });
			expect(await readPersonalCode(text, keys, at(121))).toEqual({ ok: false, reason: 'screenshot' });
		}
	});

	test('has no code without a declaration that holds', async () => {
		const person = await addDeclared(platform, newPhone());
		const input = { person: person.personId };
		const ask = async () => call(platform, issueCode, await person.caller(), input);

		platform.clock.set('2026-11-27T07:59:59+07:00');
		await ask();
		platform.clock.set('2026-11-27T08:00:00+07:00');
		await expect(ask()).rejects.toMatchObject({ code: 'declaration-expired' });
		platform.clock.set(start);
	});
});

describe('saying that nothing has changed', () => {
	const confirmed = async (person: { caller(): Promise<Caller>; personId: string }, id = newUuid()) =>
		call(platform, confirm, await person.caller(), { id, person: person.personId });

	test('repeats a green declaration for three more days', async () => {
		const person = await addDeclared(platform, newPhone());
		platform.clock.set('2026-11-28T08:00:00+07:00');

		const { level, validUntil, declarationId } = await confirmed(person);

		expect({ level, validUntil }).toEqual({ level: 'green', validUntil: '2026-12-01T01:00:00.000Z' });
		const read = await call(platform, get, await person.caller(), {
			person: person.personId,
			declaration: declarationId,
		});
		expect(read.answers).toEqual(healthyAnswers);
		platform.clock.set(start);
	});

	test('twice with the same id counts once', async () => {
		const person = await addDeclared(platform, newPhone());
		const id = newUuid();

		const answers = await Promise.all([confirmed(person, id), confirmed(person, id)]);

		expect(answers[0]).toEqual(answers[1]);
		expect((await call(platform, getMine, await person.caller(), {})).declarations).toHaveLength(2);
	});

	test('is not enough after signs of illness, nor after the look-back', async () => {
		const ill = await addDeclared(platform, newPhone(), sick);
		await expect(confirmed(ill)).rejects.toMatchObject({ code: 'declaration-expired' });

		const person = await addDeclared(platform, newPhone());
		await moveTo(platform, '2026-12-08T08:00:01+07:00');
		await expect(confirmed(person)).rejects.toMatchObject({ code: 'declaration-expired' });
		platform.clock.set(start);
	});
});

describe('somebody else', () => {
	test('is answered the same whether a person and declaration exist or not', async () => {
		const person = await addDeclared(platform, newPhone());
		const declaration = await declarationOf(person);
		const other = await addDeclared(platform, newPhone());
		const callers = [await other.caller(), administrator, staff('CDC', { name: 'health-officer' })];

		for (const caller of callers)
			for (const wanted of [person.personId, '123456789']) {
				const refused = { code: 'not-allowed' };
				await expect(call(platform, get, caller, { person: wanted, declaration })).rejects.toMatchObject(refused);
				await expect(call(platform, exportResponse, caller, { person: wanted, declaration })).rejects.toMatchObject(
					refused,
				);
				await expect(call(platform, issueCode, caller, { person: wanted })).rejects.toMatchObject(refused);
				await expect(call(platform, confirm, caller, { id: newUuid(), person: wanted })).rejects.toMatchObject(refused);
			}
	});

	test('cannot reach a declaration under their own person', async () => {
		const declaration = await declarationOf(await addDeclared(platform, newPhone()));
		const other = await addDeclared(platform, newPhone());
		const input = { person: other.personId };

		for (const id of [declaration, newUuid()]) {
			await expect(call(platform, get, await other.caller(), { ...input, declaration: id })).rejects.toMatchObject({
				code: 'not-found',
			});
			await expect(
				call(platform, exportResponse, await other.caller(), { ...input, declaration: id }),
			).rejects.toMatchObject({ code: 'not-found' });
		}
	});

	test('signed in without having declared has no declarations, and staff have no list of their own', async () => {
		const person = await signIn(platform, newPhone());

		expect(await call(platform, getMine, await person.caller(), {})).toEqual({ declarations: [], hasMore: false });
		expect(await call(platform, getStanding, await person.caller(), {})).toEqual({ standings: [] });
		await expect(call(platform, getMine, administrator, {})).rejects.toMatchObject({ code: 'not-allowed' });
		await expect(call(platform, getStanding, anybody, {})).rejects.toMatchObject({ code: 'not-signed-in' });
	});
});
