import { listMembers, listRevocations, listTrustedIssuers } from '#cards';
import { listStandings, publicKeyOf, signerOf } from '#declarations';
import { listAllRestricted } from '#isolation';
import { getPlaces, listGates } from '#places';
import type { Db } from '#platform/db';
import type { Platform } from '#platform/platform';
import { Problem } from '#platform/problem';
import { signMessage } from '#shared/codes/cose';
import type { GateBundle } from '#shared/gate/bundle';
import { dayOf } from '#shared/language';
import { listBoardingTrips } from '#trips';
import { hashPeople } from './listed-people.ts';
import { findDeviceName } from './queries.ts';
import type { Device } from './resolve-device.ts';
import { sealKeysOf } from './seal-keys.ts';

/** A gate without a network decides by what it holds for a day; after that it says "degraded". */
export const bundleHoursMax = 24;
/** No code is valid for longer, so what was given back before is over by itself. */
const codeLongest = 366 * 86_400_000;

interface Making {
	db: Db;
	platform: Platform;
	now: Date;
}

/** All a device needs to decide without a network, signed: base64url of a COSE_Sign1 with JSON in it. */
export async function signBundle(making: Making, device: Device): Promise<string> {
	const payload = new TextEncoder().encode(JSON.stringify(await makeBundle(making, device)));
	const signed = await signMessage(payload, await signerOf(making.platform));
	return Buffer.from(signed.buffer, signed.byteOffset, signed.byteLength).toString('base64url');
}

async function makeBundle(making: Making, device: Device): Promise<GateBundle> {
	const { db, platform, now } = making;
	// What is shared comes first: it is read outside the transaction, which takes no connection before its own first read.
	const part = await keptPart(making, device.place);
	const { sealTo } = await sealKeysOf(platform);
	const key = await publicKeyOf(platform);
	const { name } = await db.one(findDeviceName(device.id));
	return {
		format: 1,
		issuedAt: now.toISOString(),
		hoursMax: bundleHoursMax,
		codeKeys: [key],
		bundleKeys: [key],
		sealTo,
		device: { id: device.id, name, gate: device.gate },
		...part,
	};
}

type PlacePart = Pick<
	GateBundle,
	'place' | 'salt' | 'restricted' | 'isRestrictedPartial' | 'revoked' | 'members' | 'trustList'
>;

const keptMilliseconds = 5_000;
const keptMax = 10_000;
const kept = new WeakMap<Platform, Map<string, { part: Promise<PlacePart>; until: number }>>();

/** What all devices of a place hold alike, worked out once in a few seconds however many ask. */
function keptPart(making: Making, placeId: string): Promise<PlacePart> {
	const ofPlatform = kept.get(making.platform) ?? new Map<string, { part: Promise<PlacePart>; until: number }>();
	kept.set(making.platform, ofPlatform);
	const known = ofPlatform.get(placeId);
	const time = performance.now();
	if (known && known.until > time) return known.part;
	if (ofPlatform.size >= keptMax) ofPlatform.clear();
	const part = makePart(making, placeId);
	ofPlatform.set(placeId, { part, until: time + keptMilliseconds });
	part.catch(() => ofPlatform.delete(placeId));
	return part;
}

async function makePart({ platform, now }: Making, placeId: string): Promise<PlacePart> {
	// Others wait for the same part, so it is not read in the transaction of whoever asked first.
	const { db, keys } = platform;
	const salt = keys.hash('salt of bundles', dayOf(now));
	const [place, restricted, revoked, members, trustList] = await Promise.all([
		describePlace(db, placeId, now),
		listAllRestricted(db, now),
		listRevocations(db, new Date(now.getTime() - codeLongest)),
		listMembers(db, placeId, now),
		listTrustedIssuers(db, now),
	]);
	return {
		place,
		// The same for a day, so that what a device fetches again is mostly what it has.
		salt: salt.toString('base64url'),
		...(restricted.isWhole ? {} : { isRestrictedPartial: true as const }),
		...hashPeople(salt, { restricted: restricted.persons, revoked, members: await listStandings(db, members) }),
		trustList,
	};
}

async function describePlace(db: Db, placeId: string, now: Date): Promise<GateBundle['place']> {
	const place = (await getPlaces(db, [placeId])).get(placeId);
	if (!place || place.isClosed) throw new Problem('place-not-found');
	const { name, typeName, areaName, isVehicle, capacity } = place;
	const gates = (await listGates(db, placeId)).filter(({ isClosed }) => !isClosed);
	return {
		id: placeId,
		name,
		typeName,
		...(areaName ? { areaName } : {}),
		isVehicle,
		...(capacity === undefined ? {} : { capacity }),
		gates: gates.map(({ gate, name }) => ({ gate, name })),
		trips: isVehicle ? await listBoardingTrips(db, placeId, now) : [],
	};
}
