-- An order keeps the version of its regime and where the person stays, and everything that was ever done about it.
alter table isolation.isolation_order add column regime text;

alter table isolation.isolation_order add column regime_version integer;

-- Of an order at a site (sites.site): which one.
alter table isolation.isolation_order add column site_id bigint;

-- What it was proposed as (proposals.proposal).
alter table isolation.isolation_order add column proposal_id bigint;

-- Somebody is kept for some hours until it is decided (NĐ 165/2026): it lapses by itself.
alter table isolation.isolation_order add column is_hold boolean not null default false;

alter table isolation.isolation_order add column outcome text check (outcome in ('completed', 'early', 'decided'));

-- Who is due to end, an area after the other.
create index isolation_order_last_day on isolation.isolation_order (area_path collate "C", until_on, order_id)
	where ended_at is null and not is_hold;

-- What was done about an order, when and by whom. Rows are added and never changed.
create table isolation.order_step (
	person_id bigint not null,
	order_id bigint not null,
	step_id bigint not null,
	kind text not null check (kind in ('issued', 'held', 'extended', 'transferred', 'bed', 'ended')),
	at timestamptz not null,
	by bigint,
	authority text,
	-- By whose decision; empty where the step needs none.
	decided_by text,
	decision_number text,
	reason text,
	-- What changed: the last day, the kind and area, the bed, the outcome.
	before text,
	after text,
	primary key (person_id, order_id, step_id)
);
