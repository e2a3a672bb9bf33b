import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	cardOf,
	cards as cardsModule,
	listCards,
	listMembers,
	listRevocations,
	printCards,
	replaceCard,
	revokeCodes,
} from '#cards';
import { issueCode, publicKeyOf, publicKeys } from '#declarations';
import { call } from '#platform/call';
import { sql } from '#platform/sql';
import { operations } from '#server/modules';
import { p256 } from '#shared/codes/cose';
import { readPersonalCode } from '#shared/codes/personal-code';
import { isRevoked } from '#shared/codes/revocation';
import { addIssuer, ban, sendList } from '#test/card-list';
import type { TestPlatform } from '#test/database';
import { addDeclared, anybody, openVaora, type SignedIn, signIn } from '#test/people';
import { cardCode } from './card-code.ts';
import { numbersOf } from './numbers.ts';
import { selectCard } from './queries.ts';

let platform: TestPlatform;
const start = '2026-11-24T08:00:00+07:00';

beforeAll(async () => {
	platform = await openVaora(start);
});
afterAll(() => platform.close());

let phones = 100;
const newPhone = () => `+84903341${String(phones++)}`;
const newIssuer = () => addIssuer(platform, newPhone());
const readPdf = (base64: string) => Buffer.from(base64, 'base64').toString('latin1');

interface Schema {
	type?: string;
	properties?: Record<string, object>;
	required?: string[];
	items?: object;
	const?: unknown;
	anyOf?: object[];
	minimum?: number;
}

/** An input an operation takes, made of one value wherever a text fits. */
function fill(schema: object, value: string): unknown {
	const { type, properties = {}, required = [], items, const: only, anyOf, minimum } = schema as Schema;
	if (only !== undefined) return only;
	if (anyOf) return fill(anyOf[0]!, value);
	if (type === 'array') return [fill(items!, value)];
	if (type === 'boolean') return false;
	if (type === 'integer' || type === 'number') return minimum ?? 1;
	if (type !== 'object') return value;
	return Object.fromEntries(required.map((name) => [name, fill(properties[name]!, value)]));
}

/** What a scanner reads from a card. */
async function scan(cardId: string, at = platform.clock.now()) {
	const { key, keyId } = await publicKeyOf(platform);
	const keys = new Map([[keyId, await crypto.subtle.importKey('jwk', key, p256, false, ['verify'])]]);
	return readPersonalCode(await codeOf(cardId), keys, at);
}
async function codeOf(cardId: string): Promise<string> {
	return cardCode(platform, await platform.db.one(selectCard(cardId)));
}

describe('a printed card', () => {
	let card: string;
	let owner: SignedIn;
	let at: string;

	beforeAll(async () => {
		({ owner, place: at } = await newIssuer());
		await sendList(platform, { owner, place: at }, [ban]);
		card = (await call(platform, listCards, await owner.caller(), { place: at })).cards[0]!.card;
	});

	test('carries a signed code with the person’s random id, for a year, and no health', async () => {
		const read = await scan(card);

		expect(read).toMatchObject({ ok: true, claims: { kind: 'card', serial: card } });
		expect(read.ok && Object.keys(read.claims).sort()).toEqual(['expiresAt', 'issuedAt', 'kind', 'personId', 'serial']);
		expect(await scan(card, new Date('2027-11-25T08:00:00+07:00'))).toEqual({ ok: false, reason: 'expired' });
	});

	test('is a page of A4 with the whole name, the number and the place', async () => {
		const { base64, printed, fileName } = await call(platform, printCards, await owner.caller(), {
			place: at,
			sheet: '10',
		});

		expect({ printed, fileName }).toEqual({ printed: 1, fileName: 'the-Ca-phe-Ho-Tay.pdf' });
		expect(readPdf(base64)).toMatch(/^%PDF-1\.\d[\s\S]*\/MediaBox \[0 0 595\.27\d* 841\.88\d*\]/);
		const { cards } = await call(platform, listCards, await owner.caller(), { place: at });
		expect(cards[0]!.printedAt).toBe(new Date(start).toISOString());
		const again = { place: at, sheet: '10', notPrintedOnly: true } as const;
		await expect(call(platform, printCards, await owner.caller(), again)).rejects.toMatchObject({ code: 'not-found' });
	});

	test('of a whole school is one file, seven sheets for sixty-three', async () => {
		const school = await newIssuer();
		const pupils = Array.from({ length: 63 }, (_, index) => {
			const [day, month] = [String(1 + (index % 28)), String(1 + Math.floor(index / 28))].map((n) =>
				n.padStart(2, '0'),
			);
			return ['Lê Văn Sáu', `${day}/${month}/2011`, 'Nam', '', '', '7A', ''];
		});
		await sendList(platform, school, pupils);

		const made = await call(platform, printCards, await school.owner.caller(), { place: school.place, sheet: '10' });

		expect(made).toMatchObject({ printed: 63, hasMore: false });
		expect(readPdf(made.base64).match(/\/Type \/Page\b(?!s)/g)).toHaveLength(7);
	});

	test('tells nobody anything about the person: with what is printed, no operation answers', async () => {
		const read = await scan(card);
		const personId = read.ok ? read.claims.personId : expect.fail(read.reason);
		const numbers = await numbersOf({ ...platform, now: platform.clock.now() }, [personId]);
		const printed = [personId, card, await codeOf(card), numbers.get(personId)!, 'Đặng Thị Bàng'];
		const stranger = await addDeclared(platform, newPhone());
		const callers = [anybody, await stranger.caller(), await (await newIssuer()).owner.caller()];
		const refusals: string[] = [];

		for (const caller of callers)
			for (const operation of operations.values())
				for (const value of printed) {
					const answer = await call(
						platform,
						operation,
						caller,
						fill(operation.input, value) as Record<string, unknown>,
					).catch((problem) => {
						expect([operation.name, problem.name]).toEqual([operation.name, 'Problem']);
						refusals.push(problem.code);
						return '';
					});
					expect(`${operation.name} ${JSON.stringify(answer)}`).not.toMatch(/Bàng|903333001|0903 333|"HS001/);
				}

		// Most were refused for who asked, not for how it was asked.
		const forWhoAsked = refusals.filter((code) => code === 'not-allowed' || code === 'not-signed-in');
		expect(forWhoAsked.length).toBeGreaterThan(300);
	});

	test('that was lost is taken back and replaced; the person’s own codes still hold', async () => {
		platform.clock.set('2026-11-25T08:00:00+07:00');
		const { card: fresh } = await call(platform, replaceCard, await owner.caller(), { place: at, card, reissue: true });

		const lost = await scan(card);
		const personId = lost.ok ? lost.claims.personId : '';
		const revocations = (await listRevocations(platform.db, new Date(start))).filter(
			(one) => one.personId === personId,
		);
		expect(revocations).toEqual([{ personId, before: new Date('2026-11-25T08:00:00+07:00'), card }]);
		const isVoid = async (id: string) => {
			const read = await scan(id);
			return read.ok && revocations.some((revocation) => isRevoked(read.claims, revocation));
		};
		expect([await isVoid(card), await isVoid(fresh!)]).toEqual([true, false]);
		expect(await cardOf(platform.db, card, platform.clock.now())).toMatchObject({ isGood: false });
		expect(await cardOf(platform.db, fresh!, platform.clock.now())).toEqual({ personId, placeId: at, isGood: true });
		expect(await listMembers(platform.db, at, platform.clock.now())).toEqual([personId]);
		const twice = { place: at, card, reissue: true };
		await expect(call(platform, replaceCard, await owner.caller(), twice)).rejects.toMatchObject({ code: 'not-found' });
		platform.clock.set(start);
	});

	test('is taken back by nobody else', async () => {
		const other = await newIssuer();
		const input = { place: other.place, card, reissue: false };

		await expect(call(platform, replaceCard, await other.owner.caller(), input)).rejects.toMatchObject({
			code: 'not-found',
		});
		await expect(
			call(platform, replaceCard, await other.owner.caller(), { ...input, place: at }),
		).rejects.toMatchObject({
			code: 'not-allowed',
		});
	});

	test('is forgotten when nobody can use it any more', async () => {
		const job = cardsModule.jobs!.find(({ name }) => name === 'cards.delete-what-is-over')!;
		const count = async () =>
			(await platform.db.one(sql<{ n: number }>`select count(*)::integer as n from cards.card`)).n;
		const before = await count();

		await job.run(platform, new Date('2028-12-28T07:59:00+07:00'), undefined);
		expect(await count()).toBe(before);
		await job.run(platform, new Date('2028-12-30T08:00:00+07:00'), undefined);
		expect(await count()).toBe(0);
	});
});

test('somebody who lost their phone makes all codes so far void, and has a new one at once', async () => {
	const person = await addDeclared(platform, newPhone());
	const input = { person: person.personId };
	const { keys: published } = await call(platform, publicKeys, anybody, {});
	const key = await crypto.subtle.importKey('jwk', published[0]!.key as JsonWebKey, p256, false, ['verify']);
	const keys = new Map([[published[0]!.keyId, key]]);
	const codeNow = async () => {
		const { code } = await call(platform, issueCode, await person.caller(), input);
		const read = await readPersonalCode(code, keys, platform.clock.now());
		return read.ok ? read.claims : expect.fail(read.reason);
	};
	const old = await codeNow();
	platform.clock.set('2026-11-24T08:00:30.500+07:00');

	await call(platform, revokeCodes, await person.caller(), input);

	const revocations = (await listRevocations(platform.db, new Date(start))).filter(
		({ personId }) => personId === person.personId,
	);
	expect(revocations.map((revocation) => [isRevoked(old, revocation)])).toEqual([[true]]);
	const fresh = await codeNow();
	expect(revocations.some((revocation) => isRevoked(fresh, revocation))).toBe(false);
	const stranger = await signIn(platform, newPhone());
	await expect(call(platform, revokeCodes, await stranger.caller(), input)).rejects.toMatchObject({
		code: 'not-allowed',
	});
	platform.clock.set(start);
});
