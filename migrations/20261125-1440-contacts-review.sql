-- Contacts are recorded from the search, reviewed and undone; lists above a size wait for a second officer.

-- When the search found them last: who is not found any more and was never reviewed goes.
alter table contacts.contact add column recorded_at timestamptz;

-- The review that decided last, so that undoing it leaves alone whom another one decided about since.
alter table contacts.contact add column review_id bigint;

-- The order a tracer works in: those a person told of, then most minutes first.
create index contact_order on contacts.contact (case_id, (coalesce(minutes, 100000)) desc, contact_id);

-- How long each was together with the case at which place.
create table contacts.shared_place (
	case_id bigint not null,
	place_id bigint not null,
	contact_id bigint not null,
	minutes integer not null,
	primary key (case_id, place_id, contact_id)
);

create index shared_place_contact on contacts.shared_place (contact_id);

-- What the last recording of a case went by, to know when it is to be done again.
create table contacts.recording (
	case_id bigint primary key,
	onset_on date,
	sampled_on date,
	isolated_at timestamptz,
	rule text not null,
	rule_version integer not null,
	outcome text not null check (outcome in ('done', 'case-without-grounds', 'payload-too-large')),
	found integer not null,
	recorded_at timestamptz not null
);

-- What a tracer decided in one go.
create table contacts.review (
	review_id bigint primary key,
	case_id bigint not null,
	state text not null check (state in ('found', 'confirmed', 'downgraded', 'dismissed')),
	note text,
	reviewed_by bigint not null,
	reviewed_at timestamptz not null,
	undone_at timestamptz
);

create index review_newest on contacts.review (case_id, reviewed_by, reviewed_at desc) where undone_at is null;

-- How each contact stood before a review, so that it can be undone.
create table contacts.reviewed (
	review_id bigint not null,
	contact_id bigint not null,
	state_before text not null,
	review_id_before bigint,
	reviewed_at_before timestamptz,
	reviewed_by_before bigint,
	note_before text,
	primary key (review_id, contact_id)
);

-- A list somebody asks to take away, and the second officer who decided.
create table contacts.list_request (
	request_id bigint primary key,
	case_id bigint not null,
	names text not null check (names in ('masked', 'revealed')),
	people integer not null,
	purpose text not null,
	requested_by bigint not null,
	requested_at timestamptz not null,
	expires_at timestamptz not null,
	is_approved boolean,
	decided_by bigint,
	decided_at timestamptz,
	constraint two_officers check (decided_by <> requested_by)
);

create index list_request_newest on contacts.list_request (case_id, requested_at desc, request_id desc);

-- From how many people on a second officer decides, and how long that holds. Operators add a version; none is ever changed.
create table contacts.list_rule (
	version integer primary key,
	people_max integer not null check (people_max between 0 and 1000000),
	valid_hours integer not null check (valid_hours between 1 and 720),
	valid_from timestamptz not null,
	decision text not null
);
