import { randomInt } from 'node:crypto';
import type { Db } from '#platform/db';
import { newUuid, uuidPattern } from '#platform/ids';
import type { Platform } from '#platform/platform';
import { Problem } from '#platform/problem';
import { insertCode, replaceCodes, tryCode } from './queries-codes.ts';

const lifetime = 5 * 60_000;
const uuid = new RegExp(uuidPattern);

/**
 * Makes a six-digit code for a phone; older ones of that phone stop counting. What is stored is a keyed hash bound to
 * this challenge, so a code fits nowhere else and the database cannot tell it.
 */
export async function issueCode(
	{ db, platform: { keys }, now }: { db: Db; platform: Platform; now: Date },
	phone: string,
): Promise<{ challengeId: string; code: string; expiresAt: Date }> {
	const challengeId = newUuid();
	const code = String(randomInt(1_000_000)).padStart(6, '0');
	const phoneHash = keys.hash('phone', phone);
	const expiresAt = new Date(now.getTime() + lifetime);
	await db.run(replaceCodes(phoneHash, now));
	const codeMac = keys.hash('one-time code', `${challengeId} ${code}`);
	await db.run(insertCode({ challengeId, phoneHash, phoneSealed: keys.encrypt(phone), codeMac, expiresAt }));
	return { challengeId, code, expiresAt };
}

/**
 * Proves that somebody holds a phone. The try is counted at once, outside the operation's transaction, so that a
 * rolled-back operation has still been a try. Throws `code-wrong`, or `code-expired` after five minutes, five tries or
 * one use.
 */
export async function useCode(
	{ platform: { db, keys }, now }: { platform: Platform; now: Date },
	{ challengeId, code }: { challengeId: string; code: string },
): Promise<{ phone: string; phoneHash: Buffer }> {
	const digits = code.normalize('NFKC').replace(/[\s.-]/g, '');
	if (!uuid.test(challengeId)) throw new Problem('code-expired', { field: 'code' });
	const tried = await db.find(tryCode(challengeId, keys.hash('one-time code', `${challengeId} ${digits}`), now));
	if (!tried) throw new Problem('code-expired', { field: 'code' });
	if (!tried.is_right) throw new Problem('code-wrong', { field: 'code' });
	return { phone: keys.decrypt(tried.phone_sealed), phoneHash: tried.phone_hash };
}
