import { findAreaByCode } from '#areas';
import { openCase } from '#cases';
import { submit } from '#declarations';
import { accountByPhone, createStaff, listPersonsOf } from '#identity';
import { issueOrder } from '#isolation';
import { sendDue } from '#messages';
import { registerPlace } from '#places';
import { type Caller, systemCaller } from '#platform/actor';
import { call } from '#platform/call';
import { newUuid } from '#platform/ids';
import type { Platform } from '#platform/platform';
import { sql } from '#platform/sql';
import { appointRegistrar } from '#registrations';
import { remind } from '#reminders';
import { add as addHousehold, openEntrance } from '#residents';
import { decide, propose, tellFacts } from '#risk';
import { dayOf, shiftDay, startOfDay } from '#shared/language';
import { upper } from '#shared/text/vietnamese';
import { addTrips } from '#trips';
import { recordBatch } from '#visits';
import { declareCordon } from '#zones';
import { addAlerts } from './alerts.ts';
import { addCaseWork } from './cases.ts';
import { addDemoChain } from './chain.ts';
import { addContacts } from './contacts.ts';
import { addGate } from './gate.ts';
import { addDemoImport } from './imports.ts';
import { addIsolation, isolatedPeople } from './isolation.ts';
import { addOverview } from './overview.ts';
import {
	busIndex,
	type DemoPerson,
	type DemoPlace,
	demoChild,
	demoHouses,
	demoPeople,
	demoPlaces,
	demoVisits,
	schoolIndex,
} from './people.ts';
import { demoStaff } from './staff.ts';
import { addWatched } from './watch.ts';

export const demoPassword = 'vao-ra-2026-demo';
export const demoTotpSecret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

export const demoSignIns = [
	'',
	'Demo sign-ins',
	'  person        any phone number, for example 0901 000 002 (Trần Văn Đức); the code is in the outbox',
	'  café owner    0912 000 001; the code is in the outbox',
	'  school        0912 000 002, with phones at its gate and cards',
	'  chain         0912 000 009, registers many places at /places/import',
	...demoStaff.map(({ login, authority }) => `  ${login.padEnd(13)} ${authority}, at /console`),
	`                password ${demoPassword}; the authenticator code is in the outbox`,
	'',
];

/**
 * Fills an empty installation with a few places, people, their visits, one case and one person in isolation. Running it
 * again adds nothing.
 */
export async function loadDemo(platform: Platform): Promise<void> {
	const isLoaded = await platform.db.find(sql`select 1 from identity.staff where login = ${demoStaff[0].login}`);
	if (isLoaded) return;
	const people: { account: Caller; personId: string }[] = [];
	for (const person of demoPeople) people.push(await addPerson(platform, person));
	const places = [];
	for (const place of demoPlaces) places.push(await addPlace(platform, place));
	await addDepartures(platform, places[busIndex]!);
	await addVisits(
		platform,
		people.map((one) => one.personId),
		places,
	);
	await addGate(platform, places[schoolIndex]!);
	for (const staff of demoStaff) await addStaff(platform, staff);
	const { caseId, officer, today } = await addCase(platform, people[0]!.personId);
	const { personId } = people[0]!;
	await addCaseWork(platform, await wardOfficer(platform), { caseId, personId, twin: demoPeople[2]! });
	// Before anybody's contact is confirmed: a duty that begins keeps what its person has reported.
	await addWard(
		platform,
		people.slice(1).map((one) => one.personId),
	);
	await addContacts(platform, await wardOfficer(platform), caseId);
	const confirmed = [1, 2, 5, 8].map((index) => people[index]!.personId);
	const at = (time: string) => `${shiftDay(today, -1)}T${time}:00+07:00`;
	const cafe = { placeId: places[0]!.placeId, from: at('08:05'), until: at('09:10') };
	await addAlerts(platform, { officer, caseId, confirmed, ...cafe });
	await addRestrictions(platform, people.at(-1)!.personId);
	const isolated: string[] = [];
	for (const person of isolatedPeople) isolated.push((await addPerson(platform, person)).personId);
	await addIsolation(platform, await wardOfficer(platform), isolated);
	await addRegistrar(platform);
	await addDemoImport(platform, (await wardOfficer(platform)).officer);
	await addOverview(platform);
}

async function accountCaller(platform: Platform, phone: string): Promise<Caller> {
	const { db, keys, clock } = platform;
	const id = await accountByPhone({ db, keys, now: clock.now() }, phone, true);
	const persons = (await listPersonsOf(db, id)).map((one) => one.personId);
	return { ...systemCaller('demo'), actor: { kind: 'account', id, session: '0', persons, roles: [] } };
}

async function addPerson(platform: Platform, person: DemoPerson, whom: 'self' | 'other' = 'self') {
	const account = await accountCaller(platform, person.phone);
	const hasSigns = !person.symptoms.includes('none');
	const { personId } = await call(platform, submit, account, {
		id: newUuid(),
		form: { url: 'urn:vaora:questionnaire:general-declaration', version: '1' },
		person: whom,
		answers: {
			'full-name': upper(person.name),
			'document-number': person.document,
			'birth-year': person.birthYear,
			gender: person.gender,
			nationality: 'VN',
			province: '01',
			commune: '00070',
			street: person.street,
			phone: person.phone,
			travelled: 'no',
			symptoms: person.symptoms,
			...(hasSigns ? { 'symptoms-note': 'Từ hôm qua' } : {}),
			'met-patient': 'no',
			'met-from-country': 'no',
			'met-symptomatic': 'no',
			consent: 'true',
		},
	});
	return { account, personId };
}

async function addPlace(platform: Platform, place: DemoPlace) {
	const caller = await accountCaller(platform, place.ownerPhone);
	const today = dayOf(platform.clock.now());
	const area = (await findAreaByCode(platform.db, 'commune', place.commune, today))!;
	const { name, type, address, owner: registrantName } = place;
	const input = { name, type, area: area.areaId, address, registrantName };
	const { placeId } = await call(platform, registerPlace, caller, input);
	const actor = caller.actor as Extract<Caller['actor'], { kind: 'account' }>;
	return { placeId, manager: { ...caller, actor: { ...actor, roles: [{ name: 'manager', place: placeId }] } } };
}

/** The bus leaves every three hours of this week. */
async function addDepartures(platform: Platform, { placeId, manager }: { placeId: string; manager: Caller }) {
	const today = dayOf(platform.clock.now());
	for (const hour of ['00', '03', '06', '09', '12', '15', '18', '21']) {
		const times = { departsAt: `${today}T${hour}:00:00+07:00`, arrivesAt: `${today}T${hour}:50:00+07:00` };
		const route = { place: placeId, route: 'Giáp Bát – Nhổn', ...times, seats: { rows: 8, letters: 'ABCD' } };
		await call(platform, addTrips, manager, { ...route, days: 7 });
	}
}

async function addVisits(platform: Platform, people: string[], places: { placeId: string; manager: Caller }[]) {
	const today = dayOf(platform.clock.now());
	for (const [index, { placeId, manager }] of places.entries()) {
		const events = demoVisits
			.filter(([, place]) => place === index)
			.flatMap(([person, , ago, from, until]) => {
				const at = (time: string) => new Date(`${shiftDay(today, -ago)}T${time}:00+07:00`).toISOString();
				const one = { person: people[person]!, overrule: true };
				const entry = { ...one, id: newUuid(), direction: 'in' as const, at: at(from) };
				return until ? [entry, { ...one, id: newUuid(), direction: 'out' as const, at: at(until) }] : [entry];
			})
			.sort((earlier, later) => earlier.at.localeCompare(later.at));
		await call(platform, recordBatch, manager, { place: placeId, events });
	}
}

async function addStaff(platform: Platform, staff: (typeof demoStaff)[number]): Promise<void> {
	const { login, name, authority, level, code } = staff;
	const role = 'role' in staff ? staff.role : ('health-officer' as const);
	const area = (await findAreaByCode(platform.db, level, code, dayOf(platform.clock.now())))!;
	const roles = [role === 'administrator' ? { name: role } : { name: role, area: area.path }];
	const secret = { password: demoPassword, totpSecret: demoTotpSecret };
	await call(platform, createStaff, systemCaller('demo'), { login, name, authority, ...secret, roles });
}

async function addCase(platform: Platform, person: string) {
	const { officer, areaId, today } = await wardOfficer(platform);
	const { caseId } = await call(platform, openCase, officer, {
		...{ person, areaId, classification: 'confirmed' as const, rule: 'qd-5053' },
		...{ onsetOn: shiftDay(today, -1), purpose: 'Truy vết tiếp xúc' },
	});
	await addDemoChain(platform, { officer, areaId, today, knownCase: caseId });
	return { caseId, officer, today };
}

/** One person is in isolation at home; a few streets were cordoned off and are no longer. */
async function addRestrictions(platform: Platform, person: string): Promise<void> {
	const { officer, areaId, today } = await wardOfficer(platform);
	const decidedBy = 'Chủ tịch UBND phường Hoàn Kiếm';
	await call(platform, issueOrder, officer, {
		...{
			person,
			areaId,
			kind: 'home' as const,
			disease: 'COVID-19, nghi ngờ',
			decidedBy,
			decisionNumber: '31/QĐ-UBND',
		},
		...{ fromOn: today, untilOn: shiftDay(today, 6), purpose: 'Chờ kết quả xét nghiệm' },
	});
	await call(platform, declareCordon, officer, {
		...{ areaId, part: 'Tổ dân phố số 5', disease: 'covid-19', decidedBy, decisionNumber: '24/QĐ-UBND' },
		...{ from: `${shiftDay(today, -9)}T12:00:00+07:00`, until: `${shiftDay(today, -2)}T12:00:00+07:00` },
		noticeAt: `${shiftDay(today, -9)}T05:30:00+07:00`,
	});
	await addCordon(platform);
}

/** Three houses of an alley are cordoned off and report every day; the commune's level of risk was decided. */
async function addCordon(platform: Platform): Promise<void> {
	const { officer, areaId, today } = await wardOfficer(platform);
	const decidedBy = 'Chủ tịch UBND phường Hoàn Kiếm';
	const { cordonId } = await call(platform, declareCordon, officer, {
		...{ areaId, part: 'Ngõ 12 Hàng Bạc', disease: 'covid-19', decidedBy, decisionNumber: '33/QĐ-UBND' },
		...{ from: `${shiftDay(today, -1)}T12:00:00+07:00`, noticeAt: `${shiftDay(today, -1)}T05:00:00+07:00` },
	});
	await call(platform, openEntrance, officer, { cordonId, isOpen: true });
	for (const { people, ...house } of demoHouses) {
		const members = people.map(([fullName, birthYear]) => ({ fullName, birthYear }));
		await call(platform, addHousehold, officer, { cordonId, ...house, members });
	}
	const about = { areaId, disease: 'covid-19', ruleSet: 'qd-2686' };
	await call(platform, tellFacts, officer, { areaId, disease: 'covid-19', facts: { unknownSourceCases: 1 } });
	await call(platform, propose, officer, about);
	await call(platform, decide, officer, { ...about, level: 3, decidedBy, decisionNumber: '34/QĐ-UBND' });
}

/** Some people of the ward report their health every day. */
async function addWard(platform: Platform, persons: string[]): Promise<void> {
	const area = (await findAreaByCode(platform.db, 'commune', '00070', dayOf(platform.clock.now())))!;
	const { personId: child } = await addPerson(platform, { ...demoPeople[2]!, ...demoChild }, 'other');
	await addWatched(platform, [...persons.slice(0, 6), child], area.path);
	// As if it were nine in the morning, whenever the demo begins: the families that have yet to report are reminded.
	const nine = new Date(startOfDay(dayOf(platform.clock.now())).getTime() + 9 * 3_600_000);
	const morning = { ...platform, clock: { now: () => nine } };
	await remind(morning);
	await sendDue(morning);
}

async function wardOfficer(platform: Platform) {
	const today = dayOf(platform.clock.now());
	const area = (await findAreaByCode(platform.db, 'commune', '00070', today))!;
	const officer: Caller = {
		...systemCaller('demo'),
		actor: {
			...{ kind: 'staff', id: '1', session: '1', authority: demoStaff[1].authority },
			roles: [{ name: 'health-officer', area: area.path }],
		},
	};
	return { officer, areaId: area.areaId, today };
}

/** A chain of shops in the whole country. */
async function addRegistrar(platform: Platform): Promise<void> {
	const province = (await findAreaByCode(platform.db, 'province', '01', dayOf(platform.clock.now())))!;
	await call(platform, appointRegistrar, systemCaller('demo'), { phone: '0912000009', area: province.parentId! });
}
