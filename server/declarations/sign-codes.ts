import type { Platform } from '#platform/platform';
import { issuePersonalCode, shortMilliseconds } from '#shared/codes/personal-code';
import { slotMilliseconds, slotsMax } from '#shared/codes/rotating-code';
import type { StandingRow } from './queries.ts';
import { signerOf } from './signer.ts';

/**
 * A person's codes of this moment: `code` for paper, `short` for a screen without a script, and where the phone has made
 * a hash chain (`anchor`, its end in hexadecimal) the one that changes by the minute. None outlasts the declaration.
 */
export async function signCodes(
	platform: Platform,
	{ standing, now, anchor }: { standing: StandingRow; now: Date; anchor: string | undefined },
) {
	const signer = await signerOf(platform);
	// Codes count in whole seconds, and slots from the one in which the code was issued.
	const issuedAt = new Date(Math.floor(now.getTime() / 1_000) * 1_000);
	const within = (milliseconds: number) =>
		new Date(Math.min(standing.valid_until.getTime(), issuedAt.getTime() + milliseconds));
	const said = { personId: standing.person_id, level: standing.level, issuedAt };
	const code = await issuePersonalCode({ ...said, kind: 'static', expiresAt: standing.valid_until }, signer);
	const short = await issuePersonalCode({ ...said, kind: 'short', expiresAt: within(shortMilliseconds) }, signer);
	if (anchor === undefined) return { code, short, issuedAt };
	const rotating = { ...said, kind: 'rotating', expiresAt: within(slotsMax * slotMilliseconds) } as const;
	const signed = await issuePersonalCode({ ...rotating, anchor: Buffer.from(anchor, 'hex') }, signer);
	return { code, short, issuedAt, rotating: { code: signed, expiresAt: rotating.expiresAt.toISOString() } };
}
