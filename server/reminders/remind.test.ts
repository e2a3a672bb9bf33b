import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { receiveReply, sendDue } from '#messages';
import { beginDuties, endDuties, type NewDuty } from '#monitoring';
import { call } from '#platform/call';
import { newId, newUuid } from '#platform/ids';
import { sql } from '#platform/sql';
import { addDeclared, as, declare } from '#test/people';
import { openSending, type Sending } from '#test/sending';
import { addPerson } from '#test/tracing';
import { dutyOf, healthy, report } from '#test/watch';
import { openLink, remind, setTime, submitByLink } from './index.ts';
import { takeAnswers } from './take-answers.ts';

let sending: Sending;
beforeAll(async () => void (sending = await openSending()));
afterAll(() => sending.close());
beforeEach(async () => {
	sending.renew();
	await sending.platform.db.run(sql`truncate monitoring.duty, monitoring.tally, reminders.reminder`);
	await sending.platform.db.run(sql`truncate messages.message`);
});

let phones = 0;
/** Some people who share a phone, each to report from today on. */
async function addHousehold(size: number, change: Partial<NewDuty> = {}) {
	const { platform } = sending;
	const phone = `+84938${String(++phones).padStart(6, '0')}`;
	const persons: string[] = [];
	for (let i = 0; i < size; i++)
		persons.push(await addPerson(platform, { fullName: 'Lê Thị Ước', phone, ...{ birthYear: 1960 + i } }));
	persons.sort((one, other) => (BigInt(one) < BigInt(other) ? -1 : 1));
	const sources = persons.map(() => newId());
	await beginDuties(
		platform.db,
		persons.map((person, index) => dutyOf(person, '1.4', { sourceId: sources[index]!, ...change })),
		platform.clock.now(),
	);
	return { phone, persons, sources };
}
const at = (clock: string) => sending.platform.clock.set(`2026-11-24T${clock}:00+07:00`);
const send = async () => {
	await remind(sending.platform);
	await sendDue(sending.platform);
};
const textsTo = (phone: string) => sending.gateway.sentTo(phone);
const tokenIn = (text: string) => /\/r\/([a-z0-9]{13})/.exec(text)?.[1] ?? '';
const levels = async (persons: readonly string[]) =>
	(
		await sending.platform.db.rows(sql<{ level: string; channel: string }>`
			select level, channel from monitoring.report where person_id = any (${persons}::bigint[]) order by person_id`)
	).map(({ level, channel }) => `${level} ${channel}`);

describe('a household that has yet to report', () => {
	test('is reminded once in its window, whoever asks again', async () => {
		const { phone } = await addHousehold(3);

		at('07:59');
		await send();
		expect(textsTo(phone)).toEqual([]);
		at('08:00');
		await Promise.all([remind(sending.platform), remind(sending.platform, 100), remind(sending.platform, 200)]);
		await send();
		at('11:59');
		await send();

		const texts = textsTo(phone);
		expect(texts).toHaveLength(1);
		expect(texts[0]).toMatch(/1: sinh 19\d\d, 2: sinh 19\d\d, 3: sinh 19\d\d/);
		expect(texts[0]).not.toMatch(/Lê|Ước|Uoc/);
	});

	test('is reminded in the afternoon again only where somebody reports twice a day', async () => {
		const once = await addHousehold(1);
		const twice = await addHousehold(1, { reportsADay: 2 });
		at('08:00');
		await send();
		at('14:00');
		await send();

		expect([textsTo(once.phone).length, textsTo(twice.phone).length]).toEqual([1, 2]);
	});

	test('is not reminded when all have reported, also when they did just before the message went out', async () => {
		const [early, late] = [await addHousehold(1), await addHousehold(1)];
		const system = as({
			kind: 'account',
			id: '1',
			session: '1',
			persons: [...early.persons, ...late.persons],
			roles: [],
		});
		await report(sending.platform, system, early.persons);

		await remind(sending.platform);
		await report(sending.platform, system, late.persons);
		await sendDue(sending.platform);

		expect([...textsTo(early.phone), ...textsTo(late.phone)]).toEqual([]);
	});

	test('#334: is reminded for a child though the watch of the head has ended', async () => {
		const { phone, persons, sources } = await addHousehold(2);
		const { db, clock } = sending.platform;
		await endDuties(db, { kind: 'isolation', sourceId: sources[0]! }, { reason: 'đủ ngày', now: clock.now() });

		await send();

		expect(textsTo(phone)).toHaveLength(1);
		const { people } = await call(sending.platform, openLink, anybody, { token: tokenIn(textsTo(phone)[0]!) });
		expect(people.map(({ person }) => person)).toEqual([persons[1]]);
	});

	test('#295: is reminded on the last day, and not the day after', async () => {
		const { phone } = await addHousehold(1, { fromOn: '2026-11-20', untilOn: '2026-11-24' });
		await send();
		expect(textsTo(phone)).toHaveLength(1);

		sending.platform.clock.set('2026-11-25T08:00:00+07:00');
		await send();
		expect(textsTo(phone)).toHaveLength(1);
	});

	test('#671, #773: who reports between choosing and claiming is neither missed nor reminded twice', async () => {
		const households = await Promise.all(Array.from({ length: 20 }, () => addHousehold(1)));

		await Promise.all([0, 64, 128, 192].map((begin) => remind(sending.platform, begin)));

		const { messages, people } = await sending.platform.db.one(sql<{ messages: number; people: number }>`
			select count(*)::integer as messages, count(distinct person_id)::integer as people from messages.message`);
		expect({ messages, people }).toEqual({ messages: households.length, people: households.length });
	});

	test('is reminded at the hour it chose, and never at night', async () => {
		const person = await addDeclared(sending.platform, '+84907771234');
		await beginDuties(sending.platform.db, [dutyOf(person.personId, '1.4')], sending.platform.clock.now());
		await call(sending.platform, setTime, await person.caller(), { from: 18 });

		at('08:00');
		await send();
		expect(textsTo(person.phone)).toEqual([]);
		at('20:30');
		await send();
		expect(textsTo(person.phone)).toEqual([]);
		at('18:10');
		await send();
		expect(textsTo(person.phone)).toHaveLength(1);
	});
});

const anybody = as({ kind: 'anyone' });

describe('the link of a reminder', () => {
	test('takes the reports of the household, and tells initials and years of birth only', async () => {
		const { phone, persons } = await addHousehold(2);
		await send();
		const token = tokenIn(textsTo(phone)[0]!);
		const { people } = await call(sending.platform, openLink, anybody, { token });

		const { reports } = await call(sending.platform, submitByLink, anybody, {
			token,
			reports: people.map(({ person }) => ({ id: newUuid(), person, answers: healthy })),
		});

		expect(people[0]).toMatchObject({ initials: 'L.T.Ư', birthYear: expect.any(Number) });
		// A random id may hold any three digits.
		expect(JSON.stringify(people.map((one) => ({ ...one, person: '' })))).not.toMatch(/Ước|938/);
		expect(reports.map(({ outcome }) => outcome)).toEqual(['recorded', 'recorded']);
		expect(await levels(persons)).toEqual(['green sms-link', 'green sms-link']);
	});

	test('is void for anybody else’s people, when made up, and after another was asked for', async () => {
		const [own, other] = [await addHousehold(1), await addHousehold(1)];
		await send();
		const token = tokenIn(textsTo(own.phone)[0]!);
		const submit = (person: string, key = token) =>
			call(sending.platform, submitByLink, anybody, {
				token: key,
				reports: [{ id: newUuid(), person, answers: healthy }],
			});

		await expect(submit(other.persons[0]!)).rejects.toMatchObject({ code: 'person-not-found' });
		await expect(submit(own.persons[0]!, 'aaaaaaaaaaaaa')).rejects.toMatchObject({ code: 'report-link-void' });
		const account = as({ kind: 'account', id: '1', session: '1', persons: own.persons, roles: [] });
		await call(sending.platform, setTime, account, { renewLink: true });
		await expect(submit(own.persons[0]!)).rejects.toMatchObject({ code: 'report-link-void' });
		expect(await levels([...own.persons, ...other.persons])).toEqual([]);
	});

	test('lies nowhere in clear', async () => {
		const { phone } = await addHousehold(1);
		await send();
		const token = tokenIn(textsTo(phone)[0]!);

		const { stored } = await sending.platform.db.one(sql<{ stored: number }>`
			select count(*)::integer as stored from (
				select vi from messages.wording where vi like ${`%${token}%`}
				union all select encode(token_hash, 'escape') from reminders.link where encode(token_hash, 'escape') like ${`%${token}%`}
			) found`);
		expect([token.length, stored]).toEqual([13, 0]);
	});
});

describe('an answer by text message', () => {
	const gateway = as({
		...{ kind: 'partner', id: newId(), scopes: ['messages.receive-reply'], roles: [{ name: 'sms-gateway' }] },
		authority: 'Cổng SMS',
	});
	const answer = async (from: string, text: string) => {
		await call(sending.platform, receiveReply, gateway, { id: newId(), from, text });
		await takeAnswers(sending.platform, sending.platform.clock.now());
	};

	test('is a report of each whom it is about', async () => {
		const { phone, persons } = await addHousehold(2);
		await send();

		await answer(phone, '1 không 2 có sốt');

		expect(await levels(persons)).toEqual(['green sms-answer', 'amber sms-answer']);
	});

	test('that says yes raises an alarm', async () => {
		const { phone, persons } = await addHousehold(1);
		await send();

		await answer(phone, 'Có');

		expect(await levels(persons)).toEqual(['red sms-answer']);
		const { alarms } = await sending.platform.db.one(sql<{ alarms: number }>`
			select count(*)::integer as alarms from monitoring.alarm where person_id = ${persons[0]}`);
		expect(alarms).toBe(1);
	});

	test('that cannot be understood is asked again, and nothing is guessed', async () => {
		const { phone, persons } = await addHousehold(1);
		await send();

		await answer(phone, 'ai day?');
		await sendDue(sending.platform);

		expect(await levels(persons)).toEqual([]);
		expect(textsTo(phone)[1]).toMatch(/Chua hieu|Chưa hiểu/);
		expect(await calls(persons)).toEqual([]);
	});

	test('that speaks of an illness and cannot be read is asked again, and the station is to call', async () => {
		const { phone, persons } = await addHousehold(2);
		await send();

		await answer(phone, 'con tôi bị sốt');
		await sendDue(sending.platform);

		expect(await levels(persons)).toEqual([]);
		expect(textsTo(phone)[1]).toMatch(/Chua hieu|Chưa hiểu/);
		expect(await calls(persons)).toEqual([{ reason: 'replied', area_path: '1.4' }]);
	});
});

const calls = (persons: readonly string[]) =>
	sending.platform.db.rows(sql`
		select reason, area_path from calls.call
		where person_id = any (${persons}::bigint[]) and noted_at is null order by person_id`);

test('somebody declared for shares the phone they are reached at', async () => {
	const mother = await addDeclared(sending.platform, '+84907775678');
	const { personId: child } = await declare(
		sending.platform,
		mother,
		{ 'full-name': 'BÉ NA', 'birth-year': '2020' },
		'other',
	);
	await beginDuties(
		sending.platform.db,
		[dutyOf(mother.personId, '1.4'), dutyOf(child, '1.4')],
		sending.platform.clock.now(),
	);
	at('08:00');

	await send();

	expect(textsTo(mother.phone)).toHaveLength(1);
});
