import { crc32, inflateRawSync } from 'node:zlib';

/** The files of a zip by their names, as its list at the end has them; each is checked against its checksum. */
export function unzip(zip: Buffer): Map<string, Buffer> {
	const files = new Map<string, Buffer>();
	const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
	let at = zip.readUInt32LE(end + 16);
	for (let left = zip.readUInt16LE(end + 10); left; left--) {
		const [crc, length, nameLength] = [zip.readUInt32LE(at + 16), zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)];
		const more = zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
		const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
		const start = zip.readUInt32LE(at + 42);
		const begins = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
		const content = inflateRawSync(zip.subarray(begins, begins + length));
		if (crc32(content) !== crc) throw new Error(`${name} is damaged`);
		files.set(name, content);
		at += 46 + nameLength + more;
	}
	return files;
}
