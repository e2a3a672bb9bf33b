-- Whom a case says they met: typed by an officer, or by the case itself through a link sent to the phone.
create schema interviews;

-- How near a meeting was, from the nearest (1) on, in words people use of themselves.
create table interviews.contact_mode (
	mode text primary key,
	grade smallint not null check (grade between 1 and 99),
	name_vi text not null,
	name_en text not null
);

create table interviews.told (
	case_id bigint not null,
	told_id bigint not null,
	contact_id bigint not null,
	person_id bigint not null,
	mode text not null,
	met_on date not null,
	-- Where, and what the person is to the case, in somebody's own words: sealed, since such words name people.
	words_sealed bytea not null,
	told_by text not null check (told_by in ('officer', 'case')),
	told_at timestamptz not null,
	primary key (case_id, told_id)
);

create index told_contact on interviews.told (contact_id);

-- A link is known by the hash of its token alone.
create table interviews.link (
	token_hash bytea primary key,
	case_id bigint not null,
	created_by bigint,
	created_at timestamptz not null,
	expires_at timestamptz not null,
	revoked_at timestamptz,
	people integer not null default 0
);

create index link_case on interviews.link (case_id) where revoked_at is null;
