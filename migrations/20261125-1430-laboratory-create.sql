-- Laboratory results: what allows an officer to learn who met a case, and what a line list tells of it.
create schema laboratory;

create table laboratory.test (
	person_id bigint not null,
	test_id bigint not null,
	-- A correction is the next version; what was said first stays.
	version integer not null check (version >= 1),
	disease text not null,
	kind text not null check (kind in ('pcr', 'antigen', 'antibody', 'culture', 'other')),
	sampled_at timestamptz not null,
	result text not null check (result in ('pending', 'positive', 'negative', 'invalid')),
	result_at timestamptz check (result_at >= sampled_at),
	laboratory text not null,
	sample_id text not null,
	-- Whose officers recorded it and may correct it.
	area_path text not null,
	recorded_by bigint,
	recorded_at timestamptz not null,
	-- Why it was corrected; empty for the first version.
	reason text check ((reason is null) = (version = 1)),
	primary key (person_id, test_id, version),
	check ((result = 'pending') = (result_at is null))
);

create index test_id on laboratory.test (test_id, version desc);

-- The same sample tested the same way, recorded twice, is one test.
create unique index test_once on laboratory.test (person_id, disease, kind, laboratory, sample_id) where version = 1;
