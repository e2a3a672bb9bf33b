-- How somebody in isolation is looked after and when it may end, as each decision says: chosen for each order.
create table diseases.regime (
	regime text not null,
	version integer not null,
	disease text not null,
	-- Whom it is for: who has the disease, who met somebody with it, who came from elsewhere.
	subject text not null check (subject in ('case', 'contact', 'arrival')),
	name_vi text not null,
	name_en text not null,
	-- The days of isolation, the first and the last included.
	days integer not null check (days between 1 and 366),
	reports_a_day smallint not null check (reports_a_day between 1 and 4),
	takes_temperature boolean not null,
	-- Day 1 is the first day of isolation.
	test_days integer[] not null,
	-- What must be true on the last day: so many newest tests negative, so many days free of symptoms.
	negative_tests smallint not null check (negative_tests between 0 and 10),
	symptom_free_days smallint not null check (symptom_free_days between 0 and 60),
	valid_from date not null,
	-- The last day on which it may be chosen, included.
	valid_until date,
	decision text not null,
	primary key (regime, version)
);
