import { findAreaByCode, importAreas } from '#areas';
import { submit } from '#declarations';
import { requestCode, resolveActor, verifyCode } from '#identity';
import { addController, registerPlace } from '#places';
import type { Actor, Caller, Role } from '#platform/actor';
import { call } from '#platform/call';
import { newId, newUuid } from '#platform/ids';
import { modules } from '#server/modules';
import { openTestPlatform, type TestPlatform } from './database.ts';
import { questionnaire, wholeAnswers } from './declaration.ts';

/** An installation with everything it needs at its start, and two provinces with a ward or two. */
export async function openVaora(at?: string, server?: string): Promise<TestPlatform> {
	const platform = await openTestPlatform(at, server);
	await importAreas(platform.db, { isOfficial: true, units: [...units], links: [], refused: [] });
	for (const module of modules) await module.prepare?.(platform);
	return platform;
}

/** Another time, with the days that are made ahead of it. */
export async function moveTo(platform: TestPlatform, time: string): Promise<void> {
	platform.clock.set(time);
	for (const { name, prepare } of modules) if (name !== 'areas') await prepare?.(platform);
}

const units = [
	{ province: { code: '01', name: 'Thành phố Hà Nội' }, commune: { code: '00004', name: 'Phường Ba Đình' } },
	{ province: { code: '01', name: 'Thành phố Hà Nội' }, commune: { code: '00070', name: 'Phường Hoàn Kiếm' } },
	{ province: { code: '46', name: 'Thành phố Huế' }, commune: { code: '19777', name: 'Phường Thuận Hóa' } },
].map((unit, index) => ({ ...unit, division: 'new' as const, line: index + 2 }));

export const as = (actor: Actor, address = '203.0.113.7'): Caller => ({
	actor,
	address,
	requestId: 'test',
	language: 'vi',
});

export const anybody = as({ kind: 'anyone' });

export const staff = (authority: string, ...roles: Role[]): Caller =>
	as({ kind: 'staff', id: newId(), session: newId(), roles, authority });

export const administrator = staff('Bộ Y tế', { name: 'administrator' });

/** Somebody signed in by phone. */
export interface SignedIn {
	phone: string;
	token: string;
	accountId: string;
	/** Who they are to Vaora at this moment. */
	caller(): Promise<Caller>;
}

/** Signs a phone number in by the code that is sent to it. */
export async function signIn(platform: TestPlatform, phone: string): Promise<SignedIn> {
	const from = as({ kind: 'anyone' }, phone);
	const { challengeId } = await call(platform, requestCode, from, { phone });
	const { token, accountId } = await call(platform, verifyCode, from, { challengeId, code: platform.codeFor(phone) });
	return { phone, token, accountId, caller: async () => as(await resolveActor(platform, token), phone) };
}

export const generalForm = { url: questionnaire.url, version: questionnaire.version };

/** Declares health; without changes somebody healthy who met nobody. */
export async function declare(
	platform: TestPlatform,
	person: SignedIn,
	change: Record<string, string | string[]> = {},
	whom = 'self',
) {
	const answers = { ...wholeAnswers, phone: person.phone, ...change };
	return call(platform, submit, await person.caller(), { id: newUuid(), form: generalForm, person: whom, answers });
}

/** Somebody signed in who has declared, with their person's id. */
export async function addDeclared(
	platform: TestPlatform,
	phone: string,
	change: Record<string, string | string[]> = {},
) {
	const person = await signIn(platform, phone);
	const { personId } = await declare(platform, person, change);
	return { ...person, personId };
}

/** A café in Ba Đình with its manager. */
export async function addCafe(platform: TestPlatform, manager: SignedIn) {
	const { areaId } = (await findAreaByCode(platform.db, 'commune', '00004', '2026-11-24'))!;
	return call(platform, registerPlace, await manager.caller(), {
		name: 'Cà phê Hồ Tây',
		type: 'cafe',
		area: areaId,
		address: '12 phố Quán Thánh',
		registrantName: 'Trần Thị Mít',
	});
}

/** Somebody who controls a place on its manager's word. */
export async function addControllerOf(platform: TestPlatform, manager: SignedIn, place: string, phone: string) {
	await call(platform, addController, await manager.caller(), { place, phone });
	return signIn(platform, phone);
}
