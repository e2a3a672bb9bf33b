-- Who lives in what is cordoned off, behind which door of which tổ or thôn, so that it shows at a glance who reported.
create schema residents;

-- A house or flat of a cordon, in the order in which the roster or those who joined named it.
create table residents.dwelling (
	cordon_id bigint not null,
	number integer not null,
	-- The tổ or thôn as it was first written, and as it is compared and ordered.
	group_name text not null,
	group_key text not null,
	-- An address: encrypted, and found again by a keyed hash.
	label_sealed bytea not null,
	label_hash bytea not null,
	primary key (cordon_id, number),
	constraint dwelling_once unique (cordon_id, label_hash)
);

create index dwelling_group on residents.dwelling (cordon_id, group_key, number);

create table residents.resident (
	cordon_id bigint not null,
	person_id bigint not null,
	dwelling_number integer not null,
	how text not null check (how in ('roster', 'joined', 'by-hand')),
	added_by bigint,
	joined_at timestamptz not null,
	left_at timestamptz,
	left_reason text,
	primary key (cordon_id, person_id)
);

create index resident_dwelling on residents.resident (cordon_id, dwelling_number) where left_at is null;

-- Asked at every door while a cordon stops the people of its roster.
create index resident_person on residents.resident (person_id) where left_at is null;

-- The code of a cordon's QR, by which its households join.
create table residents.entrance (
	code text primary key,
	cordon_id bigint not null constraint entrance_once unique,
	made_by bigint,
	made_at timestamptz not null,
	closed_at timestamptz
);

-- The tổ trưởng, trưởng thôn: accounts that look after one group of a cordon, or all ('').
create table residents.leader (
	cordon_id bigint not null,
	account_id bigint not null,
	group_key text not null,
	group_name text not null,
	appointed_by bigint,
	appointed_at timestamptz not null,
	ended_at timestamptz,
	primary key (cordon_id, account_id, group_key)
);

create index leader_account on residents.leader (account_id) where ended_at is null;
