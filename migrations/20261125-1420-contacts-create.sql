-- People who met a case, as an officer works through them: found, confirmed, dismissed, followed.
create schema contacts;

create table contacts.contact (
	contact_id bigint primary key,
	case_id bigint not null,
	person_id bigint not null,
	-- 1 met the case, 2 met an F1, 3 met an F2: derived, never typed.
	level smallint not null check (level between 1 and 3),
	-- The contact of the level above through whom; empty at level 1.
	through_id bigint,
	origin text not null check (origin in ('visit', 'interview', 'import', 'proximity')),
	-- Which rule and version found it; empty when a person told of it.
	rule text,
	rule_version integer,
	first_exposed_at timestamptz,
	last_exposed_at timestamptz not null,
	-- Minutes at the same place; empty when nobody recorded them.
	minutes integer,
	state text not null check (state in ('found', 'confirmed', 'downgraded', 'dismissed')),
	found_at timestamptz not null,
	reviewed_at timestamptz,
	reviewed_by bigint,
	review_note text,
	constraint contact_once unique (case_id, person_id)
);

create index contact_person on contacts.contact (person_id);
create index contact_page on contacts.contact (case_id, state, contact_id);
