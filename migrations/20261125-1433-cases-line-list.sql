-- What a line list tells of a case, a number people can say on the phone, and what was changed by whom.
-- Per province (country for a case it leads itself) and year, the last number given.
create table cases.case_number (
	area_path text not null,
	year smallint not null,
	last integer not null,
	primary key (area_path, year)
);

alter table cases.case add column number text;

alter table cases.case add column outcome text check (outcome in ('recovered', 'died', 'unknown'));

alter table cases.case add column outcome_on date;

alter table cases.case add column source text
	check (source in ('screening', 'contact-tracing', 'border', 'self-report', 'hospital', 'other'));

alter table cases.case add column occupation text;

alter table cases.case add column outbreak_id bigint;

alter table cases.case add column closed_reason text;

alter table cases.case add column closed_note text;

-- In what order a list can go, beside the newest: these follow from the row and cannot disagree with it.
alter table cases.case add column certainty smallint generated always as (
	case classification when 'confirmed' then 3 when 'probable' then 2 when 'suspected' then 1 else 0 end
) stored;

alter table cases.case add column onset_order date generated always as (coalesce(onset_on, date '0001-01-01')) stored;

create index case_onset on cases.case (onset_order desc, case_id desc);

create index case_certainty on cases.case (certainty desc, opened_at desc, case_id desc);

create index case_open_newest on cases.case (opened_at desc, case_id desc) where closed_at is null;

create index case_outbreak on cases.case (outbreak_id, opened_at desc, case_id desc) where outbreak_id is not null;

create index case_disease on cases.case (disease, opened_at desc, case_id desc);

create index case_person on cases.case (person_id);

create index case_number_said on cases.case (number);

update cases.case c set number = numbered.number
from (
	select k.case_id,
		'BN-' || extract(year from k.opened_at at time zone 'Asia/Ho_Chi_Minh')::integer || '-' ||
			lpad((row_number() over same_year)::text, greatest(6, length((row_number() over same_year)::text)), '0') as number
	from cases.case k
	window same_year as (
		partition by split_part(k.area_path, '.', 1), split_part(k.area_path, '.', 2),
			extract(year from k.opened_at at time zone 'Asia/Ho_Chi_Minh')
		order by k.opened_at, k.case_id
	)
) numbered
where numbered.case_id = c.case_id;

insert into cases.case_number (area_path, year, last)
select split_part(area_path, '.', 1) || coalesce('.' || nullif(split_part(area_path, '.', 2), ''), ''),
	extract(year from opened_at at time zone 'Asia/Ho_Chi_Minh'), count(*)
from cases.case
group by 1, 2;

-- Each change of a case: who, when, what it was before and after.
create table cases.case_change (
	case_id bigint not null,
	change_id bigint not null,
	at timestamptz not null,
	by_id bigint,
	authority text,
	kind text not null check (kind in ('changed', 'closed', 'reopened')),
	before jsonb not null,
	after jsonb not null,
	reason text,
	primary key (case_id, change_id)
);
