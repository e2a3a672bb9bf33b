-- What an authority says in public: people who were at a place between two times, what they are to do.
create schema venues;

create table venues.notice (
	notice_id bigint primary key,
	-- The case it follows from, and whose area's officers answer for it. Never told to anybody.
	case_id bigint not null,
	area_path text not null,
	place_id bigint not null,
	seen_from timestamptz not null,
	seen_until timestamptz not null check (seen_until > seen_from),
	advice_vi text not null,
	advice_en text not null,
	phone text not null,
	-- How many people the log knows to have been there then, beside the case.
	visitors integer not null,
	-- Why it is published although they are few.
	despite text,
	state text not null check (state in ('proposed', 'published', 'withdrawn', 'dropped')),
	proposed_by bigint,
	proposed_at timestamptz not null,
	published_by bigint,
	published_at timestamptz,
	withdrawn_by bigint,
	withdrawn_at timestamptz,
	-- What is said in place of it.
	correction_vi text,
	correction_en text
);

-- A subtree of areas is one range of this index.
create index notice_newest on venues.notice (area_path collate "C", proposed_at desc, notice_id desc);
create index notice_public on venues.notice (published_at desc, notice_id desc) where published_at is not null;
create index notice_place on venues.notice (place_id) where published_at is not null;
