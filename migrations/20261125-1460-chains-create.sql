-- Who infected whom: links between cases, as an officer is sure of them.
create schema chains;

create table chains.link (
	-- The two cases: who was infected, and by whom.
	infectee_id bigint not null,
	infector_id bigint not null,
	disease text not null,
	kind text not null check (kind in ('confirmed', 'probable', 'possible')),
	contact_on date,
	relation text not null,
	setting text not null,
	-- A place that is registered here, where they met.
	place_id bigint,
	note text,
	set_by bigint,
	set_at timestamptz not null,
	primary key (infectee_id, infector_id),
	check (infectee_id <> infector_id)
);

-- A person is infected once: of several who may have done it one at most is confirmed.
create unique index one_confirmed_infector on chains.link (infectee_id) where kind = 'confirmed';

create index link_infector on chains.link (infector_id, infectee_id);
