-- Codes people carry: printed cards, personal numbers for paper logs, what was given back, and whose certificates hold.
create schema cards;

create table cards.card (
	-- The serial in the card's signed code.
	card_id bigint primary key,
	place_id bigint not null,
	person_id bigint not null,
	-- The class or shift, as the place wrote it.
	group_name text not null,
	issued_at timestamptz not null,
	expires_at timestamptz not null,
	printed_at timestamptz,
	revoked_at timestamptz
);

create index card_place on cards.card (place_id, group_name, card_id);
create index card_person on cards.card (person_id);

-- How a place's list finds its people again: keyed hashes of its own reference, a document number, or name and birth.
create table cards.member_key (
	place_id bigint not null,
	hash bytea not null,
	person_id bigint not null,
	primary key (place_id, hash)
);

create index member_key_person on cards.member_key (person_id);

-- A person's codes issued before a moment are void, or the one card that is named.
create table cards.revocation (
	person_id bigint not null,
	revoked_at timestamptz not null,
	-- Zero where all codes are void.
	card_id bigint not null,
	primary key (person_id, revoked_at, card_id)
);

create index revocation_time on cards.revocation (revoked_at);

create table cards.personal_number (
	number_hash bytea primary key,
	person_id bigint not null,
	number_sealed bytea not null,
	given_at timestamptz not null,
	-- A number that was changed is looked up for a while yet: it stands in logs of paper.
	ended_at timestamptz
);

create unique index personal_number_once on cards.personal_number (person_id) where ended_at is null;

-- Whose health certificates hold here.
create table cards.issuer (
	key_id text primary key,
	key jsonb not null,
	kinds text[] not null,
	valid_from timestamptz not null,
	valid_until timestamptz not null,
	loaded_at timestamptz not null
);
