import { randomBytes } from 'node:crypto';
import { saveProfile } from '#identity';
import { beginDuties } from '#monitoring';
import { hashToken, newToken } from '#platform/token';
import { dayOf } from '#shared/language';
import { hashLink, linkToken } from '../server/reminders/link.ts';
import { insertLinks } from '../server/reminders/queries.ts';
import type { Bench } from './installation.ts';

/** People who report every day, the accounts they report by, and officers who look. */
export interface Watched {
	/** Each with the session of an account that may report for them, in a random order. */
	persons: { person: string; token: string }[];
	/** An officer of the country, of a province and of a commune. */
	officers: { country: string; province: string; commune: string };
}

const randomId = () => (randomBytes(8).readBigUInt64BE() >> 1n).toString();
const perAccount = 100;

/**
 * Makes people under watch, spread over all communes: of a hundred 88 are well and reported yesterday, five are silent,
 * three have symptoms, two need review, two are due to end. Three share a phone.
 */
export async function addWatched({ platform }: Bench, count: number): Promise<Watched> {
	const client = await platform.db.connect();
	const today = dayOf(platform.clock.now());
	const sealed = platform.keys.encrypt(
		JSON.stringify({ fullName: 'NGUYỄN THỊ BƯỞI', phone: '+84901234567', birthYear: 1987 }),
	);
	await client.query('set statement_timeout = 0; set synchronous_commit = off');
	await client.query(`create temporary table somebody as
		select n, (random() * 9.2e18)::bigint as person_id, (abs(hashint8extended(n / 3, 7)) >> 1) as household_id,
			(random() * 100)::integer as kind, n / ${perAccount} as account from generate_series(1, ${count}) as n`);
	await client.query(`create temporary table place as
		select row_number() over (order by path) - 1 as place, path from areas.area where level = 'commune' and valid_until is null`);
	await client.query(
		`insert into identity.account (account_id, phone_hash, phone_sealed, created_at)
		select distinct 5000000000 + account, decode(md5('watched ' || account), 'hex'), $1::bytea, now() from somebody`,
		[platform.keys.encrypt('+84901234567')],
	);
	await client.query(
		`insert into identity.person (person_id, account_id, relation, profile_sealed, created_at, updated_at)
		select person_id, 5000000000 + account, 'other', $1, now(), now() from somebody on conflict do nothing`,
		[sealed],
	);
	await client.query(
		`insert into monitoring.duty (person_id, duty_id, kind, source_id, area_path, disease, reports_a_day, from_on, until_on,
			begun_at, household_id, leads, last_report_on, last_slot, is_symptomatic, last_symptom_on, clear_on)
		select person_id, n, 'cordon', n % 10, path, 'covid-19', 1, $1::date - 7, case when kind < 2 then $1::date - 1 else $1::date + 14 end,
			now(), household_id, true, case when kind between 2 and 6 then $1::date - 3 else $1::date - 1 end, 0,
			kind between 7 and 9, case when kind between 7 and 11 then $1::date - 2 end, case when kind between 7 and 11 then $1::date + 1 end
		from somebody join place on place.place = somebody.n % (select count(*) from place)
		on conflict do nothing`,
		[today],
	);
	await client.query('update monitoring.duty set state = monitoring.state_on(duty, $1::date)', [today]);
	await client.query(
		`insert into monitoring.tally (area_path, state, people) select area_path, state, count(*) from monitoring.duty group by 1, 2`,
	);
	const { rows } = await client.query<{ person: string; account: string }>(
		'select person_id as person, account::text from somebody where kind >= 2 order by random()',
	);
	const tokens = new Map(rows.map(({ account }) => [account, newToken()]));
	await client.query(
		`insert into identity.session (token_hash, session_id, account_id, created_at, expires_at)
		select token, account, 5000000000 + account, now(), now() + interval '1 day' from unnest($1::bigint[], $2::bytea[]) as s (account, token)`,
		[[...tokens.keys()], [...tokens.values()].map(hashToken)],
	);
	const { rows: paths } = await client.query<{ path: string }>(`select path from place order by place limit 1`);
	const commune = paths[0]!.path;
	const officers = {
		country: await makeOfficer(client, '1'),
		province: await makeOfficer(client, commune.split('.').slice(0, 2).join('.')),
		commune: await makeOfficer(client, commune),
	};
	await client.query('vacuum analyze monitoring.duty');
	await client.query('analyze identity.person, identity.session, monitoring.tally');
	await client.query('checkpoint');
	client.release(true);
	return { persons: rows.map(({ person, account }) => ({ person, token: tokens.get(account)! })), officers };
}

/** The path of a link that somebody newly under watch reports by. */
export async function makeReportLink({ platform }: Bench): Promise<string> {
	const { db, keys, clock } = platform;
	const now = clock.now();
	const personId = await saveProfile(
		{ db, keys, now },
		{ relation: 'other', profile: { fullName: 'LÊ BẢO AN', birthYear: 2019 } },
	);
	const today = dayOf(now);
	const duty = {
		personId,
		kind: 'cordon' as const,
		sourceId: '99',
		areaPath: '1',
		disease: 'covid-19',
		reportsADay: 1,
	};
	await beginDuties(db, [{ ...duty, fromOn: today }], now);
	const token = linkToken(keys, personId, 1);
	await db.run(insertLinks([{ hash: hashLink(keys, token), household: personId, version: 1 }]));
	return `/r/${token}`;
}

/** Signs a new health officer of an area in; its token. */
export async function makeOfficer(client: { query(text: string, values: unknown[]): Promise<unknown> }, path: string) {
	const token = newToken();
	const id = randomId();
	await client.query(
		`insert into identity.staff (staff_id, login, name_sealed, authority, password_hash, totp_sealed, created_at)
		values ($1::bigint, $1::text, '', 'Bench', '', '', now())`,
		[id],
	);
	await client.query(
		`insert into identity.held_role (role_id, staff_id, name, area_path, given_at) values ($1, $1, 'health-officer', $2, now())`,
		[id, path],
	);
	await client.query(
		`insert into identity.session (token_hash, session_id, staff_id, created_at, expires_at)
		values ($1, $2, $2, now(), now() + interval '1 day')`,
		[hashToken(token), id],
	);
	return token;
}
