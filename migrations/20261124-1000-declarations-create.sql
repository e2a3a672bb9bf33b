-- What people declared, and what follows from it.
create schema declarations;

-- How answers become a level. Operators add a version; none is ever changed.
create table declarations.rule (
	rule text not null,
	version integer not null,
	body jsonb not null,
	valid_from timestamptz not null,
	decision text not null,
	primary key (rule, version)
);

-- How long declarations are kept. Operators add a version; none is ever changed.
create table declarations.retention (
	version integer primary key,
	-- A day is dropped when it is older than this, with what people stand at by a declaration of that day.
	keep_days integer not null check (keep_days between 1 and 3650),
	valid_from timestamptz not null,
	decision text not null
);

create table declarations.declaration (
	person_id bigint not null,
	declared_at timestamptz not null,
	-- Made by the client: the same declaration sent twice is one.
	declaration_id uuid not null,
	-- The account that declared: the person's own, or of whoever did it for them.
	declared_by bigint not null,
	is_proxy boolean not null,
	-- The place whose controller declared for a visitor.
	place_id bigint,
	-- The declaration whose answers were repeated by saying that nothing has changed.
	confirms uuid,
	form_url text not null,
	form_version text not null,
	form_settings jsonb not null,
	-- Health answers, encrypted; identity items go to identity.person.
	answers_sealed bytea not null,
	rule text not null,
	rule_version integer not null,
	level text not null check (level in ('green', 'amber', 'red')),
	reasons text[] not null,
	valid_until timestamptz not null,
	primary key (person_id, declared_at, declaration_id)
) partition by range (declared_at);

-- Finds a declaration that is sent again.
create index declaration_sent on declarations.declaration (declaration_id);

-- The newest declaration of each person, for the decision at a gate.
create table declarations.standing (
	person_id bigint primary key,
	declaration_id uuid not null,
	declared_at timestamptz not null,
	level text not null,
	reasons text[] not null,
	valid_until timestamptz not null,
	rule text not null,
	rule_version integer not null
) with (fillfactor = 80);
