import type { Db } from '#platform/db';
import type { TrustedIssuer } from '#shared/codes/trust-list';
import { selectIssuers } from './queries-issuers.ts';
import { issuersMax } from './read-issuers.ts';

/** Whose health certificates hold now, as gates are sent it; `trustListOf` makes of it what certificates are opened with. */
export async function listTrustedIssuers(db: Db, now: Date): Promise<TrustedIssuer[]> {
	const rows = await db.rows(selectIssuers(now, issuersMax));
	return rows.map((row) => ({
		keyId: row.key_id,
		key: row.key,
		kinds: row.kinds,
		validFrom: row.valid_from.toISOString(),
		validUntil: row.valid_until.toISOString(),
	}));
}
