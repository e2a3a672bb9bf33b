import { hash, verify } from '@node-rs/argon2';
import { Problem } from '#platform/problem';

/** Argon2id as OWASP's cheat sheet of 2026 asks at least: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), cost);

let nobody: Promise<string> | undefined;

/** Compares a password; an unknown login costs the same time as a known one. */
export async function isPassword(stored: string | undefined, password: string): Promise<boolean> {
	nobody ??= hashPassword('nobody has this password');
	const isRight = await verify(stored ?? (await nobody), password.normalize('NFC')).catch(() => false);
	return stored !== undefined && isRight;
}

/** At least 12 characters and not the login: length beats signs. Throws `password-weak`. */
export function checkNewPassword(login: string, password: string): void {
	const isWeak = [...password].length < 12 || password.toLowerCase().includes(login.toLowerCase());
	if (isWeak || new Set(password).size < 5) throw new Problem('password-weak', { field: 'password' });
}
