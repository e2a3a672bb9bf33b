import { sql } from '#platform/sql';

export const insertPairing = (row: { codeHash: Buffer; placeId: string; gate: number; expiresAt: Date }) => sql`
	insert into devices.pairing (code_hash, place_id, gate, expires_at)
	values (${row.codeHash}, ${row.placeId}, ${row.gate}, ${row.expiresAt})`;

/** Uses a code up and tells of which gate it was; nothing when it is none, was used, or is over. */
export const usePairing = (codeHash: Buffer, now: Date) => sql<{ place_id: string; gate: number }>`
	update devices.pairing set used_at = ${now}
	where code_hash = ${codeHash} and used_at is null and expires_at > ${now}
	returning place_id, gate`;

export const findPairing = (codeHash: Buffer) => sql<{ place_id: string }>`
	select place_id from devices.pairing where code_hash = ${codeHash}`;

export const deleteOldPairings = (before: Date) => sql`delete from devices.pairing where expires_at < ${before}`;

export const insertDevice = (row: {
	deviceId: string;
	placeId: string;
	gate: number;
	name: string;
	tokenHash: Buffer;
	now: Date;
}) => sql`
	insert into devices.device (device_id, place_id, gate, name, token_hash, paired_at, seen_at)
	values (${row.deviceId}, ${row.placeId}, ${row.gate}, ${row.name}, ${row.tokenHash}, ${row.now}, ${row.now})`;

export const countDevices = (placeId: string) => sql<{ devices: number }>`
	select count(*)::integer as devices from devices.device where place_id = ${placeId} and revoked_at is null`;

export const selectByToken = (tokenHash: Buffer) => sql<{
	device_id: string;
	place_id: string;
	gate: number;
	revoked_at: Date | null;
}>`
	select device_id, place_id, gate, revoked_at from devices.device where token_hash = ${tokenHash}`;

export const findDeviceName = (deviceId: string) => sql<{ name: string }>`
	select name from devices.device where device_id = ${deviceId}`;

export interface DeviceRow {
	device_id: string;
	name: string;
	gate: number;
	paired_at: Date;
	revoked_at: Date | null;
	seen_at: Date;
	queued: number;
	skew_seconds: number;
	battery: number | null;
	version: string | null;
	bundle_at: Date | null;
	bad_codes: number;
	bad_code_at: Date | null;
}

/** Those in use first, then those revoked since a moment; the newest of each first. */
export const selectDevices = (placeId: string, revokedSince: Date, limit: number) => sql<DeviceRow>`
	select device_id, name, gate, paired_at, revoked_at, seen_at, queued, skew_seconds, battery, version, bundle_at,
		bad_codes, bad_code_at
	from devices.device
	where place_id = ${placeId} and (revoked_at is null or revoked_at > ${revokedSince})
	order by revoked_at desc nulls first, paired_at desc, device_id
	limit ${limit}`;

export const revokeDevice = (placeId: string, deviceId: string, now: Date) => sql`
	update devices.device set revoked_at = ${now}
	where device_id = ${deviceId} and place_id = ${placeId} and revoked_at is null`;

export const updateDevice = (change: { placeId: string; deviceId: string; name: string; gate: number }) => sql`
	update devices.device set name = ${change.name}, gate = ${change.gate}
	where device_id = ${change.deviceId} and place_id = ${change.placeId} and revoked_at is null`;

/** What many devices say of themselves, in one statement. In the order of their ids, so that two never wait for each other. */
export const updateContacts = {
	before: `update devices.device d set seen_at = said.seen_at, queued = said.queued, skew_seconds = said.skew_seconds,
		battery = said.battery, version = said.version, bundle_at = coalesce(said.bundle_at, d.bundle_at),
		bad_codes = d.bad_codes + said.bad_codes,
		bad_code_at = case when said.bad_codes > 0 then said.seen_at else d.bad_code_at end
		from (values`,
	types: ['bigint', 'timestamptz', 'integer', 'integer', 'smallint', 'text', 'timestamptz', 'integer'],
	after: `) as said (device_id, seen_at, queued, skew_seconds, battery, version, bundle_at, bad_codes)
		where d.device_id = said.device_id`,
};

export const selectSealKeys = () => sql<{ number: number; key_sealed: Buffer }>`
	select number, key_sealed from devices.seal_key order by number limit 100`;

/** The first of them, where there is none. */
export const insertFirstSealKey = (keySealed: Buffer, now: Date) => sql`
	insert into devices.seal_key (number, key_sealed, made_at) values (1, ${keySealed}, ${now})
	on conflict (number) do nothing`;
