import { randomFillSync, randomUUID } from 'node:crypto';
import Type from 'typebox';
import { Set as setFormat } from 'typebox/format';

const idMax = '9223372036854775807';
// A larger number would fail only in the database, and with it all calls of its batch.
setFormat('int64', (digits) => digits.length < idMax.length || digits <= idMax);

/** An id as operations take and give it. */
export const Id = Type.String({
	pattern: '^(0|[1-9][0-9]{0,18})$',
	format: 'int64',
	description: 'An id: decimal digits',
});

/** What PostgreSQL takes as a uuid, in the form that everybody writes. */
export const uuidPattern = '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$';

const pool = Buffer.alloc(8 * 512);
let next = pool.length;

/** A random id of 63 bits as decimal text, for bigint columns: it says nothing of the order or the number of rows. */
export function newId(): string {
	if (next === pool.length) {
		randomFillSync(pool);
		next = 0;
	}
	const value = pool.readBigUInt64BE(next) >> 1n;
	next += 8;
	return value === 0n ? newId() : value.toString();
}

export const newUuid = (): string => randomUUID();
