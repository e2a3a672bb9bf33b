-- Place codes of tokhaiyte.vn and PC-Covid still hang at doors: an operator's list says which place each of them is here.
create table places.old_code (
	system text not null check (system in ('tokhaiyte', 'pccovid')),
	old_id text not null,
	place_id bigint not null,
	gate smallint not null,
	loaded_at timestamptz not null,
	primary key (system, old_id)
);

-- How many people a place is made for, as its manager says.
alter table places.place add column if not exists capacity integer check (capacity between 1 and 1000000);
