import { createHash, randomBytes } from 'node:crypto';

/** A secret only its owner holds: 256 random bits. The database keeps nothing but its hash. */
export const newToken = (): string => randomBytes(32).toString('base64url');

const tokenLength = newToken().length;

/** Whether a token was given out with this prefix. One without may begin with the same letters by chance, but is shorter. */
export const hasPrefix = (token: string, prefix: string): boolean =>
	token.startsWith(prefix) && token.length === prefix.length + tokenLength;

/** What is stored of a token. A token has 256 random bits, so a plain hash cannot be turned back. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();
