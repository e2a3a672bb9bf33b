import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** A file in a zip; its content is taken piece by piece when its turn comes. */
export interface ZipEntry {
	name: string;
	content: Iterable<string | Buffer> | AsyncIterable<string | Buffer>;
}

/** Beyond this a zip needs fields that not every reader knows (APPNOTE 4.3.9.2). */
const bytesMax = 0xffff_ffff;

/**
 * Writes a zip (APPNOTE 4.3) piece by piece, deflated, without ever holding a whole file: what is only known at a file's
 * end, its length and checksum, stands behind it. Names in UTF-8, the date of no interest. Throws beyond 4 GiB.
 */
export async function* writeZip(entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>): AsyncGenerator<Buffer> {
	const listed: Buffer[] = [];
	let at = 0;
	const count = (piece: Buffer): Buffer => {
		at += piece.length;
		if (at > bytesMax) throw new Error('a zip of more than 4 GiB');
		return piece;
	};
	for await (const { name, content } of entries) {
		const start = at;
		const said = Buffer.from(name);
		const seen = { size: 0, crc: 0, deflated: 0 };
		yield count(
			Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fieldsOf({ size: 0, crc: 0, deflated: 0 }, said), said]),
		);
		for await (const piece of deflate(content, seen)) {
			seen.deflated += piece.length;
			yield count(piece);
		}
		yield count(behind(seen));
		listed.push(listOf(said, seen, start));
	}
	const list = Buffer.concat(listed);
	yield Buffer.concat([list, endOf(listed.length, list.length, at)]);
}

interface Seen {
	size: number;
	crc: number;
	deflated: number;
}

/** The content deflated; what was seen of it stands in `seen` at the end. */
function deflate(content: ZipEntry['content'], seen: Seen): AsyncIterable<Buffer> {
	const deflating = createDeflateRaw();
	// What goes wrong in the source ends the reading of it with the same error.
	pipeline(Readable.from(gather(content, seen)), deflating, () => {});
	return deflating;
}

/** Small pieces are put together, so that each costs little. */
async function* gather(content: ZipEntry['content'], seen: Seen): AsyncGenerator<Buffer> {
	let waiting: Buffer[] = [];
	let length = 0;
	const take = (): Buffer => {
		const bytes = Buffer.concat(waiting);
		[waiting, length] = [[], 0];
		seen.size += bytes.length;
		seen.crc = crc32(bytes, seen.crc);
		return bytes;
	};
	for await (const piece of content) {
		const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
		waiting.push(bytes);
		length += bytes.length;
		if (length > 65_536) yield take();
	}
	yield take();
}

/** What a file's own header and the list say alike, from the version needed on. */
function fieldsOf({ size, crc, deflated }: Seen, name: Buffer): Buffer {
	const fields = Buffer.alloc(26);
	fields.writeUInt16LE(20, 0);
	// The name is UTF-8; length and checksum stand behind the file.
	fields.writeUInt16LE(0x808, 2);
	fields.writeUInt16LE(8, 4);
	// 1 January 1980, the earliest there is.
	fields.writeUInt16LE(0x21, 8);
	fields.writeUInt32LE(crc, 10);
	fields.writeUInt32LE(deflated, 14);
	fields.writeUInt32LE(size, 18);
	fields.writeUInt16LE(name.length, 22);
	return fields;
}

function behind({ size, crc, deflated }: Seen): Buffer {
	const descriptor = Buffer.alloc(16);
	descriptor.write('PK\x07\x08', 'latin1');
	descriptor.writeUInt32LE(crc, 4);
	descriptor.writeUInt32LE(deflated, 8);
	descriptor.writeUInt32LE(size, 12);
	return descriptor;
}

function listOf(name: Buffer, seen: Seen, start: number): Buffer {
	const place = Buffer.alloc(14);
	place.writeUInt32LE(start, 10);
	return Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fieldsOf(seen, name), place, name]);
}

function endOf(files: number, listLength: number, at: number): Buffer {
	const end = Buffer.alloc(22);
	end.write('PK\x05\x06', 'latin1');
	end.writeUInt16LE(files, 8);
	end.writeUInt16LE(files, 10);
	end.writeUInt32LE(listLength, 12);
	end.writeUInt32LE(at, 16);
	return end;
}
