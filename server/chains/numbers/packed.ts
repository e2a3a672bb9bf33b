import { unknown } from './queries-numbers.ts';

/** How many bytes a row has of each kind. */
export const rowBytes = { cases: 44, links: 24, contacts: 44 };

/** A column of whole numbers, 4 bytes each at the same distance in every row. */
export function readColumn(packed: Uint8Array, rowLength: number, at: number): Int32Array {
	const rows = packed.length / rowLength;
	const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
	const column = new Int32Array(rows);
	for (let row = 0, from = at; row < rows; row++, from += rowLength) column[row] = view.getInt32(from);
	return column;
}

export const known = (value: number): number | undefined => (value === unknown ? undefined : value);

/** Numbers ids of 64 bits from 0 in the order in which they come, without making a text or a big integer of each. */
export class IdNumbers {
	#high: Int32Array;
	#low: Int32Array;
	#slots: Int32Array;
	count = 0;

	constructor(idsMax: number) {
		this.#high = new Int32Array(idsMax);
		this.#low = new Int32Array(idsMax);
		this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(idsMax, 4) * 2))).fill(-1);
	}

	/** The number of an id; one that is new gets the next. */
	add(high: number, low: number): number {
		const last = this.#slots.length - 1;
		let slot = mix(high, low) & last;
		for (let number = this.#slots[slot]!; number >= 0; number = this.#slots[slot]!) {
			if (this.#high[number] === high && this.#low[number] === low) return number;
			slot = (slot + 1) & last;
		}
		const number = this.count++;
		this.#high[number] = high;
		this.#low[number] = low;
		this.#slots[slot] = number;
		return number;
	}

	/** The numbers of the ids that stand at the same distance in every row. */
	addColumn(packed: Uint8Array, rowLength: number, at: number): Int32Array {
		const high = readColumn(packed, rowLength, at);
		const low = readColumn(packed, rowLength, at + 4);
		for (let row = 0; row < high.length; row++) high[row] = this.add(high[row]!, low[row]!);
		return high;
	}

	/** The id of a number as decimal text. */
	idOf(number: number): string {
		return ((BigInt(this.#high[number]!) << 32n) | BigInt(this.#low[number]! >>> 0)).toString();
	}
}

function mix(high: number, low: number): number {
	let mixed = Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
	mixed = Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35);
	return mixed ^ (mixed >>> 13);
}
