import { findAreaByCode } from '#areas';
import { openCase } from '#cases';
import { createStaff, openSession, resolveActor } from '#identity';
import type { Caller, Role } from '#platform/actor';
import { call } from '#platform/call';
import { newId } from '#platform/ids';
import type { Operation } from '#platform/operation';
import { modules } from '#server/modules';
import type { Meant } from './any-input.ts';
import { pairDevice } from './gate.ts';
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
import { openSubjects } from './subjects.ts';
import { decide } from './tracing.ts';

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
	const subjects = openSubjects(platform, again);
	const otherDevice = await addOtherDevice();

	/** Some operations end sessions. */
	async function again({ accountId, phone }: SignedIn): Promise<Caller> {
		const { token } = await openSession({ db: platform.db, now: platform.clock.now() }, { accountId });
		return as(await resolveActor(platform, token), phone);
	}

	async function addOtherDevice() {
		const { placeId: place } = await addCafe(platform, elsewhere);
		return pairDevice({ platform, place, manager: elsewhere });
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
		async renew(operation: Operation) {
			const manager = await signIn(platform, `+8490888${String(count++).padStart(4, '0')}`);
			const { placeId: place, code } = await addCafe(platform, manager);
			const controller = await addControllerOf(platform, manager, place, `+8490999${String(count).padStart(4, '0')}`);
			const { caseId } = await call(platform, openCase, officer(), {
				...{ person: self.personId, areaId: baDinh.areaId, classification: 'confirmed', rule: 'qd-5053' },
				...{ onsetOn: '2026-11-20', purpose: 'Điều tra ca bệnh' },
			});
			await decide(platform, officer(), caseId);
			const all = modules.map(({ name }) => `${name}.*`);
			const device = await pairDevice({ platform, place, manager });
			const person = { personId: self.personId, caller: await again(self) };
			const here = {
				platform,
				officer: officer(),
				person,
				areaId: baDinh.areaId,
				caseId,
				place,
				manager: await manager.caller(),
			};
			const made = await subjects.make(operation, here);
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
				{ name: 'the registrar', caller: await subjects.registrar(), isHere: false },
				{ name: 'the device', caller: await device.caller(), isHere: true },
				{ name: 'a device of another place', caller: await otherDevice.caller(), isHere: false },
				{ name: 'a system without a role', caller: otherSystem(all), isHere: false },
				{ name: 'a system at the door', caller: otherSystem(all, { name: 'controller', place }), isHere: true },
				{ name: 'the SMS gateway', caller: otherSystem(['messages.*'], { name: 'sms-gateway' }), isHere: false },
				{ name: 'a system for nothing', caller: otherSystem(['no.such'], { name: 'administrator' }), isHere: true },
			];
			const { areaId } = baDinh;
			const where = { place, places: [place], areaId, area: areaId, gate: 1, code, device: device.device };
			const meant: Meant = { person: self.personId, caseId, ...where, ...made };
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
