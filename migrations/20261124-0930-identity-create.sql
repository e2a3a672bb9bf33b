-- Who people are. The only schema with names, phones, document numbers and addresses: encrypted, found by keyed hash.
create schema identity;

-- A phone number that has proved itself by a one-time code (or was given a role and has yet to).
create table identity.account (
	account_id bigint primary key,
	phone_hash bytea not null constraint account_phone unique,
	phone_sealed bytea not null,
	created_at timestamptz not null,
	verified_at timestamptz
);

create table identity.person (
	person_id bigint primary key,
	-- The account that may act for the person; several people can share one phone (khai hộ, children).
	account_id bigint references identity.account,
	relation text not null check (relation in ('self', 'other', 'imported')),
	-- The identity items of the declaration as one encrypted JSON document.
	profile_sealed bytea not null,
	-- The commune of residence, for questions by area without decrypting.
	area_id integer,
	created_at timestamptz not null,
	updated_at timestamptz not null
);

create unique index person_self on identity.person (account_id) where relation = 'self';
create index person_account on identity.person (account_id);

-- Finds people by an exact value: a phone or document number, or an importing system's reference.
create table identity.person_key (
	hash bytea not null,
	kind text not null check (kind in ('phone', 'document', 'reference')),
	person_id bigint not null,
	primary key (hash, kind, person_id)
);

create index person_key_person on identity.person_key (person_id);

create table identity.one_time_code (
	challenge_id uuid primary key,
	phone_hash bytea not null,
	phone_sealed bytea not null,
	code_mac bytea not null,
	attempts smallint not null default 0,
	expires_at timestamptz not null,
	consumed_at timestamptz
);

create index one_time_code_expires on identity.one_time_code (expires_at);

create table identity.staff (
	staff_id bigint primary key,
	login text not null constraint staff_login unique,
	name_sealed bytea not null,
	-- What a person reads under "who looked at my data".
	authority text not null,
	password_hash text not null,
	totp_sealed bytea not null,
	-- The last TOTP step that was used: a code works once.
	totp_step bigint not null default 0,
	failures smallint not null default 0,
	locked_until timestamptz,
	disabled_at timestamptz,
	created_at timestamptz not null
);

create table identity.partner (
	partner_id bigint primary key,
	name text not null,
	authority text not null,
	key_hash bytea not null constraint partner_key unique,
	scopes text[] not null,
	created_at timestamptz not null,
	expires_at timestamptz not null,
	revoked_at timestamptz
);

create table identity.session (
	token_hash bytea primary key,
	session_id bigint not null,
	account_id bigint references identity.account,
	staff_id bigint references identity.staff,
	created_at timestamptz not null,
	expires_at timestamptz not null,
	revoked_at timestamptz,
	check (num_nonnulls(account_id, staff_id) = 1)
);

create index session_account on identity.session (account_id);
create index session_staff on identity.session (staff_id);

-- What somebody may do, and where: at a place, or in an area with all below it.
create table identity.held_role (
	role_id bigint primary key,
	account_id bigint references identity.account,
	staff_id bigint references identity.staff,
	partner_id bigint references identity.partner,
	name text not null,
	place_id bigint,
	area_path text,
	given_at timestamptz not null,
	ended_at timestamptz,
	check (num_nonnulls(account_id, staff_id, partner_id) = 1)
);

create unique index held_role_once on identity.held_role (account_id, name, place_id) where ended_at is null;
create index held_role_staff on identity.held_role (staff_id);
create index held_role_partner on identity.held_role (partner_id);
create index held_role_place on identity.held_role (place_id);
