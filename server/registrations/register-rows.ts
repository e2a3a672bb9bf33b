import { accountByPhone } from '#identity';
import { registerPlaces } from '#places';
import type { Db } from '#platform/db';
import type { Context } from '#platform/operation';
import type { Platform } from '#platform/platform';
import { Problem } from '#platform/problem';
import type { RowPlace } from './check-rows.ts';
import {
	lockRegistration,
	markFaulty,
	moveRegistration,
	type RegistrationRow,
	type SheetRowRow,
	selectGoodRows,
	setState,
} from './queries.ts';
import { insertRegisteredPlaces, selectKnownReferences } from './queries-places.ts';

const rowsAtOnce = 200;

/**
 * Registers what is left of a registration, some hundred rows in a transaction with how far it is: killed at any moment
 * and run again, it registers each row once. Ends at once where another run has finished it or it was cancelled.
 */
export async function registerRows(platform: Platform, registrationId: string): Promise<void> {
	let atOnce = rowsAtOnce;
	for (let isLeft = true; isLeft; ) {
		try {
			isLeft = await registerSome(platform, registrationId, atOnce);
			atOnce = rowsAtOnce;
		} catch (error) {
			// A row that was good when it was checked is so no more: it is found by going one by one.
			if (!(error instanceof Problem) || error.code !== 'invalid-input') throw error;
			if (atOnce === 1) await leaveOut(platform, registrationId);
			atOnce = 1;
		}
	}
}

type Working = Pick<Context, 'db' | 'now' | 'platform' | 'afterCommit'>;

async function registerSome(platform: Platform, registrationId: string, atOnce: number): Promise<boolean> {
	const afterwards: (() => Promise<void> | void)[] = [];
	const isLeft = await platform.db.transaction(async (db) => {
		const now = platform.clock.now();
		const registration = await db.find(lockRegistration(registrationId));
		if (registration?.state !== 'running') return false;
		const rows = await db.rows(selectGoodRows(registrationId, registration.reached, atOnce));
		if (!rows.length) {
			await db.run(setState(registrationId, 'done', now));
			return false;
		}
		const afterCommit = (work: () => Promise<void> | void) => void afterwards.push(work);
		const registered = await register({ db, now, platform, afterCommit }, registration, rows);
		const reached = rows.at(-1)!.number;
		await db.run(moveRegistration({ registrationId, reached, registered, nowFaulty: 0, now }));
		return true;
	});
	for (const work of afterwards) await work();
	return isLeft;
}

/** Returns how many were new. */
async function register(working: Working, registration: RegistrationRow, rows: SheetRowRow[]): Promise<number> {
	const { db, platform } = working;
	const { manager_id: managerId, registration_id: registrationId } = registration;
	const read = rows.map(({ number, cells_sealed }) => ({ number, place: placeOf(platform, cells_sealed) }));
	const known = await knownReferences(db, managerId, read);
	const fresh = read.filter(({ place: { reference } }) => reference === undefined || !known.has(reference));
	const accounts = await accountsOf(
		working,
		fresh.flatMap(({ place }) => place.phones),
	);
	const made = await registerPlaces(working, {
		managerId,
		registrantName: platform.keys.decrypt(registration.registrant_sealed),
		places: fresh.map(({ place: { phones, ...place } }) => ({
			...place,
			controllers: phones.map((phone) => accounts.get(phone)!),
		})),
	});
	const links = fresh.map(({ number, place: { reference } }, index) => ({
		...{ number, reference },
		placeId: made[index]!.placeId,
	}));
	for (const statement of insertRegisteredPlaces({ managerId, registrationId }, links)) await db.run(statement);
	return fresh.length;
}

export const placeOf = ({ keys }: Pick<Platform, 'keys'>, sealed: Buffer): RowPlace =>
	JSON.parse(keys.decrypt(sealed)).place;

/** Own codes another registration has registered since this one was checked. */
async function knownReferences(db: Db, managerId: string, rows: { place: RowPlace }[]): Promise<Set<string>> {
	const references = rows.flatMap(({ place }) => place.reference ?? []);
	if (!references.length) return new Set();
	return new Set((await db.rows(selectKnownReferences(managerId, references))).map(({ reference }) => reference));
}

async function accountsOf({ db, platform, now }: Working, phones: string[]): Promise<Map<string, string>> {
	const accounts = new Map<string, string>();
	for (const phone of [...new Set(phones)].sort())
		accounts.set(phone, await accountByPhone({ db, keys: platform.keys, now }, phone));
	return accounts;
}

/** Marks the next row as one to be mended. */
async function leaveOut({ db, clock }: Platform, registrationId: string): Promise<void> {
	await db.transaction(async (transaction) => {
		const registration = (await transaction.find(lockRegistration(registrationId)))!;
		const [row] = await transaction.rows(selectGoodRows(registrationId, registration.reached, 1));
		if (!row) return;
		await transaction.run(markFaulty(registrationId, row.number, [{ column: 'row', fault: 'no-longer-valid' }]));
		const move = { registrationId, reached: row.number, registered: 0, nowFaulty: 1, now: clock.now() };
		await transaction.run(moveRegistration(move));
	});
}
