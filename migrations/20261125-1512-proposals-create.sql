-- From the list a health station makes to the decision and its notices, with the clocks of NĐ 165/2026 Đ14-20.
create schema proposals;

-- How long each step may take, by where somebody is to stay. Versioned; a proposal keeps its version.
create table proposals.clock (
	kind text not null check (kind in ('home', 'site', 'clinic', 'gate', 'elsewhere')),
	version integer not null,
	-- From when the need was known to the list, from the list to the decision, from the decision to the notices.
	list_minutes integer not null check (list_minutes between 1 and 10080),
	decision_minutes integer not null check (decision_minutes between 1 and 10080),
	-- Empty where nobody but the person need be told.
	notice_minutes integer check (notice_minutes between 1 and 10080),
	-- How long somebody may be kept without a decision.
	hold_minutes integer not null check (hold_minutes between 1 and 10080),
	-- The office that decides: a role of identity.
	office text not null check (office in ('commune-chair', 'facility-head', 'gate-authority')),
	-- Who is to be told.
	told text[] not null,
	-- The forms of the decision, as the decree numbers them.
	form text not null,
	valid_from date not null,
	decision text not null,
	primary key (kind, version)
);

create table proposals.proposal (
	proposal_id bigint primary key,
	person_id bigint not null,
	area_path text not null,
	kind text not null,
	clock_version integer not null,
	cause text not null check (cause in ('case', 'contact', 'arrival')),
	-- The case somebody met, where they met one.
	case_id bigint,
	disease text not null,
	regime text,
	regime_version integer,
	from_on date not null,
	until_on date not null check (until_on >= from_on),
	reason text not null,
	known_at timestamptz not null,
	proposed_at timestamptz not null,
	proposed_by bigint,
	authority text,
	list_due_at timestamptz not null,
	decision_due_at timestamptz not null,
	notice_due_at timestamptz,
	-- Which of them is next; empty when all is done.
	next_due_at timestamptz,
	hold_until timestamptz,
	is_hold_doubled boolean not null default false,
	outcome text check (outcome in ('accepted', 'refused')),
	decided_at timestamptz,
	recorded_by bigint,
	-- The office itself pressed the button; else a station wrote down what it signed.
	is_own_decision boolean,
	decided_by text,
	decision_number text,
	refused_reason text,
	order_id bigint,
	told text[] not null,
	notified_at timestamptz
);

-- One list a person and disease until it is decided.
create unique index proposal_once on proposals.proposal (person_id, area_path, disease) where outcome is null;
create index proposal_open on proposals.proposal (area_path collate "C", next_due_at, proposal_id) where next_due_at is not null;
create index proposal_newest on proposals.proposal (area_path collate "C", proposed_at desc, proposal_id desc);

-- Who was told of a decision, when and how. Rows are added and never changed.
create table proposals.notice (
	proposal_id bigint not null,
	whom text not null check (whom in ('person', 'relatives', 'police', 'ward-leader', 'consulate')),
	told_at timestamptz not null,
	how text not null check (how in ('in-person', 'paper', 'phone', 'message')),
	noted_at timestamptz not null,
	noted_by bigint,
	authority text,
	primary key (proposal_id, whom)
);
