import { randomFillSync, randomUUID } from 'node:crypto';

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
