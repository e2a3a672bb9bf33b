import type { Platform } from '#platform/platform';
import { chunks, type Sql, sqlRows } from '#platform/sql';
import { type Status, skewOf } from './fields.ts';
import { updateContacts } from './queries.ts';
import type { Device } from './resolve-device.ts';

/** A device has asked for something, and said this of itself. */
export interface Contact {
	device: Device;
	status: Status;
	now: Date;
	/** How many of its waiting scans came with it. */
	sent: number;
	/** How many of them had a code that is not genuine. */
	badCodes: number;
}

const keptMilliseconds = 15_000;
const keptMax = 50_000;
/** Somebody has set the device's clock: in seconds. */
const clockMoved = 60;
/** What was last written down of a device. */
type Written = Map<string, { at: number; isWaiting: boolean; skewSeconds: number }>;

const written = new WeakMap<Platform, Written>();

/**
 * Statements that write contacts down: of each device at most every 15 seconds, so that a busy gate's hundred scans a
 * minute are not a hundred updates. Sooner only when something is wrong, or its last waiting scan has come.
 */
export function writeContacts(platform: Platform, contacts: readonly Contact[]): Sql[] {
	const known: Written = written.get(platform) ?? new Map();
	written.set(platform, known);
	if (known.size > keptMax) known.clear();
	const rows = newestOf(contacts)
		.filter((contact) => isDue(contact, known.get(contact.device.id)))
		.map((contact) => {
			const { device, now, status } = contact;
			const [at, skewSeconds] = [now.getTime(), skewOf(status, now)];
			known.set(device.id, { at, isWaiting: waiting(contact) > 0, skewSeconds });
			return toRow(contact);
		});
	return chunks(rows).map((part) => sqlRows(updateContacts.before, updateContacts.types, part, updateContacts.after));
}

/** One for each device, by their ids. */
function newestOf(contacts: readonly Contact[]): Contact[] {
	const byDevice = new Map<string, Contact>();
	for (const contact of contacts) {
		const badCodes = contact.badCodes + (byDevice.get(contact.device.id)?.badCodes ?? 0);
		byDevice.set(contact.device.id, { ...contact, badCodes });
	}
	return [...byDevice.values()].sort((one, other) => (one.device.id < other.device.id ? -1 : 1));
}

function isDue(contact: Contact, last: ReturnType<Written['get']>): boolean {
	if (!last || contact.badCodes) return true;
	const { now, status } = contact;
	const age = now.getTime() - last.at;
	if (age >= keptMilliseconds || age < 0) return true;
	const hasBeenSet = Math.abs(skewOf(status, now) - last.skewSeconds) > clockMoved;
	return hasBeenSet || (last.isWaiting && waiting(contact) === 0);
}

const waiting = ({ status, sent }: Contact) => Math.max(0, status.queued - sent);

function toRow(contact: Contact): unknown[] {
	const { device, status, now, badCodes } = contact;
	const { battery, version, bundle } = status;
	return [
		...[device.id, now, waiting(contact), skewOf(status, now), battery === undefined ? null : Math.round(battery)],
		...[version, bundleTime(bundle, now), badCodes],
	];
}

const yearLong = 365 * 86_400_000;

/** A device cannot hold what was not issued yet, nor what was issued before it was made. */
function bundleTime(bundle: string | undefined, now: Date): Date | null {
	if (bundle === undefined) return null;
	const at = new Date(bundle);
	const age = now.getTime() - at.getTime();
	return age > 10 * yearLong || age < -yearLong ? null : at;
}
