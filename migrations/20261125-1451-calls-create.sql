-- The people an officer has to call, because no message reaches them or they did not answer.
create schema calls;

create table calls.call (
	person_id bigint not null,
	-- What they are to be told of: an alert, a duty to report.
	source_id bigint not null,
	call_id bigint not null,
	-- Whose officers call: of the person's home, else of the authority that has something to tell.
	area_path text not null,
	reason text not null check (reason in
		('no-phone', 'refused', 'wrong-number', 'unsure', 'not-sent', 'no-answer', 'replied', 'asked')),
	-- What they are to be told.
	vi text not null,
	en text not null,
	opened_at timestamptz not null,
	outcome text check (outcome in ('told', 'no-answer', 'wrong-person', 'visited', 'given-up')),
	note text,
	noted_at timestamptz,
	noted_by bigint,
	primary key (person_id, source_id)
);

create index call_source on calls.call (source_id);
create index call_id on calls.call (call_id);
-- A subtree of areas is one range of this index.
create index call_open on calls.call (area_path collate "C", opened_at desc, call_id desc) where noted_at is null;
create index call_newest on calls.call (area_path collate "C", opened_at desc, call_id desc);
