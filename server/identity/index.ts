import type { Module } from '#platform/module';
import { changeProfile } from './change-profile.ts';
import { createPartnerKey } from './create-partner-key.ts';
import { createStaff } from './create-staff.ts';
import { getMe } from './get-me.ts';
import { jobs } from './jobs.ts';
import { requestCode } from './request-code.ts';
import { revokePartnerKey } from './revoke-partner-key.ts';
import { revokeSessions } from './revoke-sessions.ts';
import { signInStaff } from './sign-in-staff.ts';
import { signOut } from './sign-out.ts';
import { verifyCode } from './verify-code.ts';

export { accountByPhone, listPersonsOf, listPhones, proveCode } from './account.ts';
export {
	addAlias,
	endAlias,
	forgetAliases,
	hasAliases,
	listChangedPersons,
	listSharing,
	readAllIds,
	readCurrent,
	readIds,
	sameAs,
	sameAsAtDoor,
} from './aliases.ts';
export { addCardPersons, type CardNumber, findPersonsByCards } from './card-persons.ts';
export { RevealedPerson, readContact } from './contact.ts';
export { toAddress } from './full-address.ts';
export { type AreaRanges, officeRoles, officer, officerOf, officerRanges } from './health-officer.ts';
export { importPersons } from './import-persons.ts';
export { addPersons, findManyPersons } from './many-persons.ts';
export { readOwnPeople } from './own-people.ts';
export {
	findPersons,
	listProfiles,
	maskedName,
	maskedNames,
	normaliseKey,
	type PersonKeyKind,
	Profile,
	saveProfile,
} from './profile.ts';
export { findAtPhone, listReaches, type Reach } from './reach-of-persons.ts';
export { resolveActor } from './resolve-actor.ts';
export { endAreaRole, endRole, giveAreaRole, giveRole, giveRoles, listAreaRoles, listRoles } from './roles.ts';
export { isSecondOfficer, requireSecondOfficer } from './second-officer.ts';
export { openSession } from './session.ts';
export { totpCode } from './totp.ts';
export {
	changeProfile,
	createPartnerKey,
	createStaff,
	getMe,
	requestCode,
	revokePartnerKey,
	revokeSessions,
	signInStaff,
	signOut,
	verifyCode,
};

export const identity: Module = {
	name: 'identity',
	operations: [
		...[requestCode, verifyCode, signOut, revokeSessions, signInStaff, getMe, changeProfile],
		...[createStaff, createPartnerKey, revokePartnerKey],
	],
	jobs,
};
