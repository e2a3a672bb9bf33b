import { sql } from '#platform/sql';
import type { HealthCertificateKind } from '#shared/codes/trust-list';

export const deleteIssuers = () => sql`delete from cards.issuer`;

export const upsertIssuers = 'insert into cards.issuer (key_id, key, kinds, valid_from, valid_until, loaded_at) values';
export const issuerTypes = ['text', 'jsonb', 'text[]', 'timestamptz', 'timestamptz', 'timestamptz'];
export const onKnownIssuer = `on conflict (key_id) do update set key = excluded.key, kinds = excluded.kinds,
	valid_from = excluded.valid_from, valid_until = excluded.valid_until, loaded_at = excluded.loaded_at`;

export const selectIssuers = (now: Date, limit: number) => sql<{
	key_id: string;
	key: JsonWebKey;
	kinds: HealthCertificateKind[];
	valid_from: Date;
	valid_until: Date;
	loaded_at: Date;
}>`
	select key_id, key, kinds, valid_from, valid_until, loaded_at
	from cards.issuer
	where valid_until > ${now}
	order by key_id
	limit ${limit}`;
