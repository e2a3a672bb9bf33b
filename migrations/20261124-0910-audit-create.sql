-- One row for each operation on personal data, and one for each person somebody else looked at.
create schema if not exists audit;

create table audit.entry (
	at timestamptz not null,
	entry_id bigint not null,
	operation text not null,
	actor_kind text not null check (actor_kind in ('anyone', 'account', 'staff', 'partner', 'system')),
	actor_id bigint,
	authority text,
	outcome text not null check (outcome in ('done', 'refused')),
	problem text,
	purpose text,
	case_id bigint,
	persons integer not null,
	person_id bigint,
	request_id text not null,
	primary key (at, entry_id)
) partition by range (at);

create table audit.look (
	person_id bigint not null,
	at timestamptz not null,
	entry_id bigint not null,
	primary key (person_id, at, entry_id)
);
