-- One person known under two ids: nothing that names an id is rewritten, so that undoing a merge restores exactly.
create table identity.person_alias (
	person_id bigint not null,
	stays_id bigint not null check (stays_id <> person_id),
	merge_id bigint not null,
	since timestamptz not null,
	ended_at timestamptz,
	primary key (person_id, merge_id)
);

create unique index alias_once on identity.person_alias (person_id) where ended_at is null;

create index alias_stays on identity.person_alias (stays_id) where ended_at is null;

-- Who was added or changed since duplicates were last looked for.
create index person_changed on identity.person (updated_at, person_id);
