import { randomBytes } from 'node:crypto';
import type { Database } from '#platform/db';
import { hashToken, newToken } from '#platform/token';

/** The people and gates a load is made with. Ids are spread like real ones: random 63-bit numbers. */
export interface Population {
	persons: string[];
	/** A controller's phone at each place, signed in. */
	gates: { place: string; token: string }[];
}

const randomId = () => (randomBytes(8).readBigUInt64BE() >> 1n).toString();

/** Makes people with a green declaration and places with a signed-in controller each. */
export async function makePopulation(db: Database, persons: number, gates: number): Promise<Population> {
	const population = {
		persons: Array.from({ length: persons }, randomId),
		gates: Array.from({ length: gates }, () => ({ place: randomId(), token: newToken() })),
	};
	const client = await db.connect();
	await client.query(
		`insert into declarations.standing (person_id, declaration_id, declared_at, level, reasons, valid_until, rule, rule_version)
		select person, gen_random_uuid(), now(), 'green', '{}', now() + interval '3 days', 'general', 1
		from unnest($1::bigint[]) as person`,
		[population.persons],
	);
	const places = population.gates.map((gate) => gate.place);
	await client.query(
		`insert into places.place (place_id, name, folded, type, registered_at)
		select place, 'Nơi đo ' || place, 'noi do ' || place, 'factory', now() from unnest($1::bigint[]) as place`,
		[places],
	);
	await client.query(
		`insert into identity.account (account_id, phone_hash, phone_sealed, created_at)
		select place, decode(md5(place::text), 'hex'), '', now() from unnest($1::bigint[]) as place`,
		[places],
	);
	await client.query(
		`insert into identity.held_role (role_id, account_id, name, place_id, given_at)
		select place, place, 'controller', place, now() from unnest($1::bigint[]) as place`,
		[places],
	);
	await client.query(
		`insert into identity.session (token_hash, session_id, account_id, created_at, expires_at)
		select token, place, place, now(), now() + interval '1 day' from unnest($1::bigint[], $2::bytea[]) as s (place, token)`,
		[places, population.gates.map((gate) => hashToken(gate.token))],
	);
	client.release();
	return population;
}

/** Puts one person in `every` into isolation, and cordons off a province, so that every door has to ask. Returns what lifts it. */
export async function restrict(db: Database, { persons }: Population, every: number): Promise<() => Promise<unknown>> {
	const client = await db.connect();
	await client.query(
		`insert into isolation.isolation_order (person_id, order_id, area_path, kind, disease, decided_by, decision_number,
			from_on, until_on, holds_from, holds_until, issued_at)
		select person, person, '1.2', 'home', 'đo', 'đo', person::text, current_date, current_date + 1, now(),
			now() + interval '1 day', now()
		from unnest($1::bigint[]) as person`,
		[persons.filter((_person, index) => index % every === 0)],
	);
	await client.query(
		`insert into zones.cordon (cordon_id, area_id, area_path, holds_from, decided_by, decision_number, declared_at)
		values (1, 2, '1.2', now(), 'đo', 'đo', now())`,
	);
	await client.query('analyze isolation.isolation_order, zones.cordon');
	client.release();
	return () => db.pool.query('truncate isolation.isolation_order, zones.cordon, isolation.sighting');
}
