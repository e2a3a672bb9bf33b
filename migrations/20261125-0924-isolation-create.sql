-- Who is ordered to stay where they are, and where they were seen all the same.
create schema isolation;

create table isolation.isolation_order (
	person_id bigint not null,
	order_id bigint not null,
	-- The commune or province that manages the isolation, and is told when the person is seen elsewhere.
	area_path text not null,
	-- Where the person stays (NĐ 165/2026 Đ14-20).
	kind text not null check (kind in ('home', 'site', 'clinic', 'gate', 'elsewhere')),
	disease text not null,
	decided_by text not null,
	decision_number text not null,
	-- The phone of the health station, for the person.
	contact text,
	-- The days of the decision, the last one included.
	from_on date not null,
	until_on date not null check (until_on >= from_on),
	-- When every door stops the person, half-open: never before the order was issued, never after it was ended.
	holds_from timestamptz not null,
	holds_until timestamptz not null,
	issued_by bigint,
	issued_at timestamptz not null,
	ended_at timestamptz,
	ended_by bigint,
	ended_reason text,
	primary key (person_id, order_id)
);

create index isolation_order_id on isolation.isolation_order (order_id);
create index isolation_order_until on isolation.isolation_order (holds_until);
-- A subtree of areas is one range of this index.
create index isolation_order_newest on isolation.isolation_order (area_path collate "C", issued_at desc, order_id desc);

-- Issuing it twice is the same order.
create unique index isolation_order_once on isolation.isolation_order (person_id, area_path, decision_number)
	where ended_at is null;

-- Somebody who is to stay where they are went in somewhere, or was stopped there.
create table isolation.sighting (
	person_id bigint not null,
	visit_id uuid not null,
	-- The order or the cordon that held.
	source_id bigint not null,
	sighting_id bigint not null,
	restriction text not null check (restriction in ('isolation', 'cordon')),
	-- Who is told: the area of the order or of the cordon.
	area_path text not null,
	place_id bigint not null,
	gate smallint not null,
	seen_at timestamptz not null,
	-- When the server learned of it: a gate without a network tells later.
	recorded_at timestamptz not null,
	verdict text not null check (verdict in ('green', 'amber', 'red', 'not-declared')),
	-- A controller let them in although the answer was to stop.
	was_let_in boolean not null,
	noted_by text not null check (noted_by in ('visitor', 'controller')),
	handled_at timestamptz,
	handled_by bigint,
	handled_authority text,
	handled_note text,
	primary key (person_id, visit_id, source_id)
);

create index sighting_id on isolation.sighting (sighting_id);
create index sighting_newest on isolation.sighting (area_path collate "C", seen_at desc, sighting_id desc);
create index sighting_open on isolation.sighting (area_path collate "C", seen_at desc, sighting_id desc)
	where handled_at is null;

-- How long sightings are kept. Operators add a version; none is ever changed.
create table isolation.retention (
	version integer primary key,
	-- A sighting older than this is erased.
	keep_days integer not null check (keep_days between 1 and 3650),
	valid_from timestamptz not null,
	decision text not null
);
