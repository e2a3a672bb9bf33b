import Type from 'typebox';
import { managing } from '#places';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { bundleHoursMax } from './bundle.ts';
import { Gate, Moment } from './fields.ts';
import { type DeviceRow, selectDevices } from './queries.ts';

const listMax = 200;
const revokedDays = 30;
const dayLong = 86_400_000;

export const list = operation({
	name: 'devices.list',
	summary: {
		vi: 'Các máy ở cổng của một địa điểm: liên lạc lần cuối, lượt chờ gửi, lệch giờ, pin, phiên bản',
		en: 'A place’s gate devices: last contact, scans that wait, clock difference, battery, version',
	},
	who: managing,
	input: Type.Object({ place: Id }, { additionalProperties: false }),
	output: Type.Object({
		devices: Type.Array(
			Type.Object({
				device: Id,
				name: Type.String(),
				gate: Gate,
				pairedAt: Moment,
				lastContactAt: Moment,
				queued: Type.Integer({ description: 'Scans that waited on it after the last contact' }),
				skewSeconds: Type.Integer({ description: 'What the server’s clock is ahead of the device’s' }),
				battery: Type.Optional(Type.Integer()),
				version: Type.Optional(Type.String()),
				bundleIssuedAt: Type.Optional(Moment),
				badCodes: Type.Integer({ description: 'Codes it sent that were not genuine' }),
				badCodeAt: Type.Optional(Moment),
				revokedAt: Type.Optional(Moment),
			}),
			{ description: 'Those in use first; those revoked for 30 days' },
		),
		bundleHoursMax: Type.Integer({ description: 'A bundle older than this is degraded' }),
	}),
	personal: 'none',
	run: async ({ db, now }, { place }) => {
		const revokedSince = new Date(now.getTime() - revokedDays * dayLong);
		const rows = await db.rows(selectDevices(place, revokedSince, listMax));
		return { devices: rows.map(toListed), bundleHoursMax };
	},
});

const toListed = (row: DeviceRow) => ({
	device: row.device_id,
	name: row.name,
	gate: row.gate,
	pairedAt: row.paired_at.toISOString(),
	lastContactAt: row.seen_at.toISOString(),
	queued: row.queued,
	skewSeconds: row.skew_seconds,
	...(row.battery === null ? {} : { battery: row.battery }),
	...(row.version === null ? {} : { version: row.version }),
	...(row.bundle_at ? { bundleIssuedAt: row.bundle_at.toISOString() } : {}),
	badCodes: row.bad_codes,
	...(row.bad_code_at ? { badCodeAt: row.bad_code_at.toISOString() } : {}),
	...(row.revoked_at ? { revokedAt: row.revoked_at.toISOString() } : {}),
});
