-- Who is due to end isolation, in which bulk it was decided, and the certificates.
create schema endings;

-- Orders whose last day has come, as the rule last found them; an hourly job and each look renew it.
create table endings.due (
	person_id bigint not null,
	order_id bigint not null,
	area_path text not null,
	until_on date not null,
	-- What the regime asks for and is not there: tests, positive, symptoms. Empty: ready.
	missing text[] not null,
	assessed_at timestamptz not null,
	primary key (person_id, order_id)
);

create index due_ready on endings.due (area_path collate "C", until_on, order_id) where missing = '{}';
create index due_waiting on endings.due (area_path collate "C", until_on, order_id) where missing <> '{}';

-- Everybody of an area who is ready, ended by one decision, some hundreds at a time.
create table endings.batch (
	batch_id bigint primary key,
	area_path text not null,
	decided_by text not null,
	decision_number text not null,
	ordered_by bigint,
	authority text not null,
	ordered_at timestamptz not null,
	ended integer not null default 0,
	done_at timestamptz
);

-- That somebody has completed isolation (Mẫu 01 PL IV). The paper and its signed code are made anew when asked for.
create table endings.certificate (
	person_id bigint not null,
	order_id bigint not null,
	certificate_id bigint not null,
	completed_on date not null,
	issued_at timestamptz not null,
	decided_by text not null,
	decision_number text not null,
	authority text,
	primary key (person_id, order_id)
);

-- The text of the certificate, whose {words} are filled in. Operators add a version; none is ever changed.
create table endings.template (
	version integer primary key,
	title text not null,
	body text not null,
	is_sample boolean not null,
	source text not null
);

-- Whoever is due is looked for among the orders nobody ended, by their people.
drop index isolation.isolation_order_last_day;

create index isolation_order_open on isolation.isolation_order (person_id, order_id) where ended_at is null and not is_hold;
