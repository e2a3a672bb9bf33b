import type { Db } from '#platform/db';
import { newId } from '#platform/ids';
import { hashToken, newToken } from '#platform/token';
import { insertSession } from './queries-sessions.ts';

const hour = 3_600_000;

/** Opens a session: 30 days for a person, 12 hours for staff. The token is told once and stored as a hash. */
export async function openSession(
	{ db, now }: { db: Db; now: Date },
	owner: { accountId: string } | { staffId: string },
): Promise<{ token: string; expiresAt: Date }> {
	const token = newToken();
	const expiresAt = new Date(now.getTime() + ('staffId' in owner ? 12 : 30 * 24) * hour);
	await db.run(insertSession({ tokenHash: hashToken(token), sessionId: newId(), ...owner, now, expiresAt }));
	return { token, expiresAt };
}
