import type { Keys } from '#platform/keys';

const letters = 'abcdefghjkmnpqrstuvwxyz123456789';
const length = 13;

/**
 * The secret of a household's link: 65 bits that follow from its number and version by the installation's key, so that it
 * can be sent again each day and is stored nowhere. Letters and digits that are read and typed without mistakes.
 */
export function linkToken(keys: Keys, household: string, version: number): string {
	const bytes = keys.hash('report link', `${household} ${version}`);
	let bits = bytes.readBigUInt64BE() ^ (bytes.readBigUInt64BE(8) << 1n);
	let token = '';
	for (let i = 0; i < length; i++) {
		token += letters[Number(bits & 31n)];
		bits >>= 5n;
	}
	return token;
}

/** What is stored of it, to find the household again. */
export const hashLink = (keys: Keys, token: string): Buffer => keys.hash('report link token', token);

export const tokenPattern = `^[${letters}]{${length}}$`;
