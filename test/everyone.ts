import { findAreaByCode } from '#areas';
import { openCase } from '#cases';
import { createStaff, openSession, resolveActor } from '#identity';
import type { Caller, Role } from '#platform/actor';
import { call } from '#platform/call';
import { newId } from '#platform/ids';
import type { Meant } from './any-input.ts';
import {
	addCafe,
	addControllerOf,
	addDeclared,
	administrator,
	as,
	openVaora,
	type SignedIn,
	signIn,
	staff,
} from './people.ts';

/** Somebody who asks. */
export interface Asker {
	name: string;
	caller: Caller;
	/** Whether their roles reach the place, the case and the area that are asked about. */
	isHere: boolean;
}

/** An installation with everybody there is: people, those at a place's door, officers of every reach, other systems. */
export async function openEveryone() {
	const platform = await openVaora();
	const area = async (level: 'province' | 'commune', code: string) =>
		(await findAreaByCode(platform.db, level, code, '2026-11-24'))!;
	const haNoi = await area('province', '01');
	const baDinh = await area('commune', '00004');
	const hue = await area('province', '46');
	const self = await addDeclared(platform, '+84907770001');
	const stranger = await addDeclared(platform, '+84907770002');
	const elsewhere = await signIn(platform, '+84907770003');
	await addCafe(platform, elsewhere);
	const office = await addOffice();

	/** Some operations end sessions. */
	async function again({ accountId, phone }: SignedIn): Promise<Caller> {
		const { token } = await openSession({ db: platform.db, now: platform.clock.now() }, { accountId });
		return as(await resolveActor(platform, token), phone);
	}

	/** One who is everything an authority can be. */
	async function addOffice(): Promise<string> {
		const roles = (['administrator', 'health-officer', 'analyst'] as const).map((name) => ({ name }));
		const { staffId } = await call(platform, createStaff, administrator, {
			...{ login: 'bo-y-te', name: 'Lê Văn Đủ', authority: 'Bộ Y tế', password: 'một mật khẩu rất dài', roles },
		});
		return staffId;
	}

	const officer = (path?: string) => staff('CDC', { name: 'health-officer', ...(path ? { area: path } : {}) });
	const otherSystem = (scopes: string[], ...roles: Role[]) =>
		as({ kind: 'partner', id: newId(), scopes, roles, authority: 'Bệnh viện' });
	let count = 0;

	/** A place at whose door they stand and a case of the person; new for each operation, because some end them. */
	return {
		platform,
		async renew() {
			const manager = await signIn(platform, `+8490888${String(count++).padStart(4, '0')}`);
			const { placeId: place, code } = await addCafe(platform, manager);
			const controller = await addControllerOf(platform, manager, place, `+8490999${String(count).padStart(4, '0')}`);
			const { caseId } = await call(platform, openCase, officer(), {
				...{ person: self.personId, areaId: baDinh.areaId, classification: 'confirmed', rule: 'qd-5053' },
				...{ onsetOn: '2026-11-20', purpose: 'Điều tra ca bệnh' },
			});
			const scopes = ['areas', 'identity', 'forms', 'places', 'declarations', 'visits', 'cases', 'audit'];
			const all = scopes.map((module) => `${module}.*`);
			const askers: Asker[] = [
				{ name: 'nobody in particular', caller: as({ kind: 'anyone' }), isHere: false },
				{ name: 'the person', caller: await again(self), isHere: false },
				{ name: 'somebody else', caller: await again(stranger), isHere: false },
				{ name: 'the manager', caller: await manager.caller(), isHere: true },
				{ name: 'the controller', caller: await controller.caller(), isHere: true },
				{ name: 'the manager of another place', caller: await again(elsewhere), isHere: false },
				{ name: 'an officer of the commune', caller: officer(baDinh.path), isHere: true },
				{ name: 'an officer of the province', caller: officer(haNoi.path), isHere: true },
				{ name: 'an officer of another province', caller: officer(hue.path), isHere: false },
				{ name: 'an analyst', caller: staff('Bộ Y tế', { name: 'analyst' }), isHere: true },
				{ name: 'an administrator', caller: administrator, isHere: true },
				{ name: 'a system without a role', caller: otherSystem(all), isHere: false },
				{ name: 'a system at the door', caller: otherSystem(all, { name: 'controller', place }), isHere: true },
				{ name: 'a system for nothing', caller: otherSystem(['no.such'], { name: 'administrator' }), isHere: true },
			];
			const { areaId } = baDinh;
			const meant: Meant = { place, person: self.personId, caseId, areaId, area: areaId, gate: 1, code };
			return { askers, meant, tokens: await openSessions(manager.accountId, controller.accountId) };
		},
	};

	/** Session tokens: of the person, the manager, the controller and the authority. */
	async function openSessions(...accounts: string[]): Promise<string[]> {
		const owners = [...[self.accountId, ...accounts].map((accountId) => ({ accountId })), { staffId: office }];
		const context = { db: platform.db, now: platform.clock.now() };
		return Promise.all(owners.map(async (owner) => (await openSession(context, owner)).token));
	}
}
