import { inflateRawSync } from 'node:zlib';

const endOfDirectory = 0x06054b50;
const entryOfDirectory = 0x02014b50;
const endLength = 22;
const commentMax = 65_535;

export interface ZipEntry {
	name: string;
	/** 0 as it is, 8 deflated. */
	method: number;
	packedBytes: number;
	unpackedBytes: number;
	/** Where its own header begins. */
	offset: number;
}

/** The files in a ZIP; undefined when its directory cannot be read (PKWARE APPNOTE 4.3.12, 4.3.16). */
export function listZip(zip: Uint8Array): ZipEntry[] | undefined {
	const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
	let end = zip.byteLength - endLength;
	const last = Math.max(0, end - commentMax);
	while (end >= last && view.getUint32(end, true) !== endOfDirectory) end--;
	if (end < last || end < 0) return undefined;
	const entries: ZipEntry[] = [];
	const count = view.getUint16(end + 10, true);
	let at = view.getUint32(end + 16, true);
	for (let entry = 0; entry < count; entry++) {
		if (at + 46 > zip.byteLength || view.getUint32(at, true) !== entryOfDirectory) return undefined;
		const nameLength = view.getUint16(at + 28, true);
		entries.push({
			name: new TextDecoder().decode(zip.subarray(at + 46, at + 46 + nameLength)),
			method: view.getUint16(at + 10, true),
			packedBytes: view.getUint32(at + 20, true),
			unpackedBytes: view.getUint32(at + 24, true),
			offset: view.getUint32(at + 42, true),
		});
		at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
	}
	return entries;
}

/** How large the files in a ZIP say they are unpacked, in bytes; undefined when its directory cannot be read. */
export const unpackedSize = (zip: Uint8Array): number | undefined =>
	listZip(zip)?.reduce((size, { unpackedBytes }) => size + unpackedBytes, 0);

/** One file of a ZIP, never larger than it says; undefined when it is packed in a way nobody uses, or damaged. */
export function unzip(
	zip: Uint8Array,
	{ method, packedBytes, unpackedBytes, offset }: ZipEntry,
): Uint8Array | undefined {
	const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
	if (offset + 30 > zip.byteLength) return undefined;
	const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
	const packed = zip.subarray(start, start + packedBytes);
	if (method === 0) return packed;
	if (method !== 8) return undefined;
	try {
		return inflateRawSync(packed, { maxOutputLength: Math.max(1, unpackedBytes) });
	} catch {
		return undefined;
	}
}
