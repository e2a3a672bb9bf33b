-- Phones that stand at the gates of places, each with a credential of its own that its place's manager can revoke.
create schema devices;

-- A code that makes a phone the device of one gate: once, within minutes.
create table devices.pairing (
	code_hash bytea primary key,
	place_id bigint not null,
	gate smallint not null,
	expires_at timestamptz not null,
	used_at timestamptz
);

create index pairing_expires on devices.pairing (expires_at);

create table devices.device (
	device_id bigint primary key,
	place_id bigint not null,
	gate smallint not null,
	name text not null,
	token_hash bytea not null constraint device_token unique,
	paired_at timestamptz not null,
	revoked_at timestamptz,
	-- What it last said of itself, at most so often that telling does not slow the gate down.
	seen_at timestamptz,
	queued integer not null default 0,
	-- What the server's clock is ahead of the device's.
	skew_seconds integer not null default 0,
	battery smallint,
	version text,
	-- When the bundle it decides by was issued.
	bundle_at timestamptz,
	-- Codes it sent that were not signed here, or that name another person.
	bad_codes integer not null default 0,
	bad_code_at timestamptz
) with (fillfactor = 80);

create index device_place on devices.device (place_id, paired_at);

-- The keys cards are sealed to. Devices use the newest.
create table devices.seal_key (
	number integer primary key,
	-- The private half as an encrypted JWK; the public half follows from it.
	key_sealed bytea not null,
	made_at timestamptz not null
);
