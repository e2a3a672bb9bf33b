/** The 45 characters a QR code packs densest, in the order of RFC 9285. */
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** Bytes as base45 (RFC 9285). */
export function encodeBase45(bytes: Uint8Array): string {
	let text = '';
	for (let at = 0; at < bytes.length; at += 2) {
		const isPair = at + 1 < bytes.length;
		const value = isPair ? bytes[at]! * 256 + bytes[at + 1]! : bytes[at]!;
		text += alphabet[value % 45]! + alphabet[Math.floor(value / 45) % 45]!;
		if (isPair) text += alphabet[Math.floor(value / 2025)]!;
	}
	return text;
}

/** The bytes of base45 text; undefined when it is none. */
export function decodeBase45(text: string): Uint8Array | undefined {
	const bytes: number[] = [];
	for (let at = 0; at < text.length; at += 3) {
		const values = [...text.slice(at, at + 3)].map((letter) => alphabet.indexOf(letter));
		if (values.includes(-1) || values.length === 1) return undefined;
		const value = values[0]! + values[1]! * 45 + (values[2] ?? 0) * 2025;
		if (value > (values.length === 3 ? 0xffff : 0xff)) return undefined;
		if (values.length === 3) bytes.push(value >> 8);
		bytes.push(value & 0xff);
	}
	return Uint8Array.from(bytes);
}
