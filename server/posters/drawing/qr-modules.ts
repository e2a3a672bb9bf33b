import { encodeQR } from 'qr';

/** The dark and light squares of a QR code, row by row, without the quiet zone. */
export type Modules = readonly (readonly boolean[])[];

/** ISO/IEC 18004: four modules of nothing around the code. */
export const quietModules = 4;

/** A poster is pasted over, scratched and rained on: a quarter of the code may be lost. */
export function toModules(url: string): Modules {
	// The encoder insists on a border; the quiet zone is laid out by whoever draws.
	const bordered = encodeQR(url, 'raw', { ecc: 'quartile', border: 1 });
	return bordered.slice(1, -1).map((row) => row.slice(1, -1));
}
