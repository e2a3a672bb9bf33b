-- One row for each operation on personal data, and one for each look at somebody else's.
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

-- Whom somebody else looked at: one row an operation, however many people it was about.
create table audit.look (
	at timestamptz not null,
	entry_id bigint not null,
	persons bigint[] not null,
	primary key (at, entry_id)
);

-- New people wait in a list of at most 8 MB and are sorted in by a job each minute, not by whoever looks.
create index look_persons on audit.look using gin (persons) with (fastupdate = on, gin_pending_list_limit = 8192);
