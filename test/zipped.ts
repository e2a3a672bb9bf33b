import { crc32, deflateRawSync } from 'node:zlib';

/** A ZIP with some files, as any program writes one (PKWARE APPNOTE 4.3). */
export function zipOf(files: Readonly<Record<string, string | Buffer>>): Buffer {
	const parts: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const [path, content] of Object.entries(files)) {
		const [name, plain] = [Buffer.from(path), Buffer.from(content)];
		const packed = deflateRawSync(plain);
		// From the version needed to the lengths of name and extra: the same in both headers.
		const shared = Buffer.alloc(26);
		shared.writeUInt16LE(20, 0);
		shared.writeUInt16LE(8, 4);
		shared.writeUInt32LE(crc32(plain), 10);
		shared.writeUInt32LE(packed.length, 14);
		shared.writeUInt32LE(plain.length, 18);
		shared.writeUInt16LE(name.length, 22);
		parts.push(Buffer.from('PK\x03\x04'), shared, name, packed);
		const rest = Buffer.alloc(14);
		rest.writeUInt32LE(offset, 10);
		directory.push(Buffer.from('PK\x01\x02\x14\x00'), shared, rest, name);
		offset += 30 + name.length + packed.length;
	}
	const listed = Buffer.concat(directory);
	const end = Buffer.alloc(22);
	end.write('PK\x05\x06');
	end.writeUInt16LE(directory.length / 4, 8);
	end.writeUInt16LE(directory.length / 4, 10);
	end.writeUInt32LE(listed.length, 12);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([...parts, listed, end]);
}
