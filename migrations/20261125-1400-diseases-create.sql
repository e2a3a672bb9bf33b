-- Diseases and the rules an authority gives for each: the contact rules move here from the cases, which they outgrew.
create schema diseases;

create table diseases.disease (
	disease text primary key,
	name_vi text not null,
	name_en text not null,
	-- The group of the law (Luật 114/2025, Thông tư 15/2026 Đ14), which decides whether isolation can be ordered.
	law_group text not null check (law_group in ('A', 'B', 'C')),
	icd10 text,
	incubation_days_max integer not null check (incubation_days_max between 1 and 366),
	-- From the onset of who infected to the onset of who was infected, for the reproduction number.
	serial_days_mean numeric not null check (serial_days_mean > 0),
	serial_days_sd numeric not null check (serial_days_sd > 0),
	source text not null
);

alter table cases.contact_rule set schema diseases;

alter table diseases.contact_rule add column valid_until date;

-- What the source says of nearness. No log of a door knows it: it is told beside a list, never applied to it.
alter table diseases.contact_rule add column meters_max numeric;

-- Time counts when so much of it falls within these hours; empty: within the whole infectious window.
alter table diseases.contact_rule add column within_hours integer check (within_hours between 1 and 744);

-- Of those at the same place, only people who used the same gate, boarded the same trip, sat so many rows away at most.
alter table diseases.contact_rule add column same_gate boolean not null default false;

alter table diseases.contact_rule add column same_trip boolean not null default true;

alter table diseases.contact_rule add column seat_rows integer check (seat_rows between 0 and 50);

-- How many days without symptoms must pass before the window of a case that is not isolated ends.
alter table diseases.contact_rule add column symptom_free_days integer not null default 0
	check (symptom_free_days between 0 and 30);

-- How long a contact is followed after the last exposure.
alter table diseases.contact_rule add column follow_up_days integer not null default 14
	check (follow_up_days between 0 and 60);

-- A server that still runs reads and adds its rules here until it is replaced.
create view cases.contact_rule as
	select rule, version, disease, name_vi, name_en, days_before, days_after, minutes_min, valid_from, decision
	from diseases.contact_rule;
