const endOfDirectory = 0x06054b50;
const entryOfDirectory = 0x02014b50;
const endLength = 22;
const commentMax = 65_535;

/**
 * How large the files in a ZIP say they are unpacked, in bytes; undefined when its directory cannot be read (PKWARE
 * APPNOTE 4.3.12, 4.3.16).
 */
export function unpackedSize(zip: Uint8Array): number | undefined {
	const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
	let end = zip.byteLength - endLength;
	const last = Math.max(0, end - commentMax);
	while (end >= last && view.getUint32(end, true) !== endOfDirectory) end--;
	if (end < last || end < 0) return undefined;
	const entries = view.getUint16(end + 10, true);
	let at = view.getUint32(end + 16, true);
	let size = 0;
	for (let entry = 0; entry < entries; entry++) {
		if (at + 46 > zip.byteLength || view.getUint32(at, true) !== entryOfDirectory) return undefined;
		size += view.getUint32(at + 24, true);
		at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
	}
	return size;
}
