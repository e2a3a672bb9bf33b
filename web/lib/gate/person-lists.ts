import { fromBase64, personHashLength } from '#shared/gate/bundle';

/** Whether a person's hash (hexadecimal) stands in a sorted list of hashes in base64. */
export function isListed(list: string, person: string): boolean {
	const bytes = fromBase64(list);
	let [low, high] = [0, bytes.length / personHashLength];
	while (low < high) {
		const middle = (low + high) >> 1;
		const found = toHex(bytes.subarray(middle * personHashLength, (middle + 1) * personHashLength));
		if (found === person) return true;
		if (found < person) low = middle + 1;
		else high = middle;
	}
	return false;
}

const toHex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
