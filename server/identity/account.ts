import type { Db } from '#platform/db';
import { newId } from '#platform/ids';
import type { Keys } from '#platform/keys';
import type { Platform } from '#platform/platform';
import { Problem } from '#platform/problem';
import { readPhone } from '#shared/phone';
import { useCode } from './one-time-code.ts';
import type { Relation, Store } from './profile.ts';
import { selectAccountPhones, selectPersonsOf, upsertAccount } from './queries.ts';

/** The account of a phone number; one that has yet to prove itself is made where there is none. */
export async function accountByPhone(
	{ db, keys, now }: Store & { now: Date },
	phone: string,
	isVerified = false,
): Promise<string> {
	const e164 = readPhone(phone);
	if (!e164) throw new Problem('phone-invalid', { field: 'phone' });
	const hash = keys.hash('phone', e164);
	const { account_id } = await db.one(upsertAccount(newId(), hash, keys.encrypt(e164), now, isVerified ? now : null));
	return account_id;
}

/** Uses a one-time code up and returns the account of its phone. */
export async function proveCode(
	{ db, platform, now }: { db: Db; platform: Platform; now: Date },
	challenge: { challengeId: string; code: string },
): Promise<{ accountId: string; phone: string }> {
	const { phone } = await useCode({ platform, now }, challenge);
	return { accountId: await accountByPhone({ db, keys: platform.keys, now }, phone, true), phone };
}

/** The people an account may act for: oneself first, then those one declared for. */
export async function listPersonsOf(db: Db, accountId: string): Promise<{ personId: string; relation: Relation }[]> {
	const rows = await db.rows(selectPersonsOf(accountId));
	return rows.map((row) => ({ personId: row.person_id, relation: row.relation as Relation }));
}

/** The phone numbers of accounts, for those who may see them. */
export async function listPhones(
	{ db, keys }: { db: Db; keys: Keys },
	accounts: readonly string[],
): Promise<Map<string, string>> {
	const rows = await db.rows(selectAccountPhones(accounts));
	return new Map(rows.map((row) => [row.account_id, keys.decrypt(row.phone_sealed)]));
}
