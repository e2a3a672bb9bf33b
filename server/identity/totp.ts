import { Secret, TOTP } from 'otpauth';

const period = 30;

export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What an authenticator app scans. */
export const totpUri = (login: string, secret: string): string => make(secret, login).toString();

/** The code of this moment, for the demo's own sign-ins and for tests. */
export const totpCode = (secret: string, now: Date): string => make(secret).generate({ timestamp: now.getTime() });

/** The time step a code belongs to, one step early or late included; undefined when it belongs to none. */
export function findStep(secret: string, code: string, now: Date): number | undefined {
	const token = code.normalize('NFKC').replace(/\s/g, '');
	const delta = make(secret).validate({ token, timestamp: now.getTime(), window: 1 });
	return delta === null ? undefined : Math.floor(now.getTime() / 1_000 / period) + delta;
}

const make = (secret: string, label = 'Vaora') =>
	new TOTP({ issuer: 'Vaora', label, secret: Secret.fromBase32(secret), period, digits: 6, algorithm: 'SHA1' });
