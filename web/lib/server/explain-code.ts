import type { RequestEvent } from '@sveltejs/kit';
import { verify } from '#certificates';
import { publicKeys } from '#declarations';
import { explainCode as explainPlaceCode } from '#places';
import { running } from '#platform/running';
import { heldCertificateWords } from '#shared/codes/certificate-code';
import { p256 } from '#shared/codes/cose';
import { type PersonalClaims, personalCodeWords, readPersonalCode } from '#shared/codes/personal-code';
import { recogniseTyped } from '#shared/codes/typed-code';
import { oldPlaceUnknown, wrongAtDoor } from '#shared/codes/wrong-at-door';
import type { Text } from '#shared/language';
import { ask } from './ask.ts';

export type Explained =
	/** The place's code. */
	| { place: string }
	| {
			words: Text[];
			/** The text is nobody's, so it may stand in the field again. */
			isPlain: boolean;
	  };

/** What a visitor has scanned or typed: the place to go to, or what went wrong and what to do. */
export async function explainCode(event: Pick<RequestEvent, 'locals'>, typed: string): Promise<Explained> {
	const now = running.platform!.clock.now();
	const { found, advice } = recogniseTyped(typed, now);
	if (found.ok && found.name === 'place') return { place: found.content };
	const about = advice ? [advice] : [];
	const side = wrongAtDoor(found);
	if (!found.ok)
		return {
			words: [advice ?? side ?? found.why],
			isPlain: found.name === undefined || found.name === 'place',
		};
	if (found.name === 'old-place') {
		const { code } = await ask(event, explainPlaceCode, { text: typed });
		return code ? { place: code } : { words: [oldPlaceUnknown], isPlain: true };
	}
	if (found.name === 'completion')
		return { words: [...about, await certificateInWords(event, typed), side!], isPlain: false };
	const own = found.name === 'personal' && !advice ? await faultOf(event, typed, now) : undefined;
	return { words: [...about, ...(side ? [side] : []), ...(own ? [own] : [])], isPlain: false };
}

/** What would go wrong at a gate too, as far as the code itself tells: whose it is, nobody is told. */
async function faultOf(event: Pick<RequestEvent, 'locals'>, typed: string, now: Date): Promise<Text | undefined> {
	const { keys } = await ask(event, publicKeys, {});
	const imported = await Promise.all(
		keys.map(async ({ keyId, key }) => {
			return [keyId, await crypto.subtle.importKey('jwk', key as JsonWebKey, p256, false, ['verify'])] as const;
		}),
	);
	const read = await readPersonalCode(typed, new Map(imported), now);
	return read.ok ? kindWords[read.claims.kind] : personalCodeWords[read.reason];
}

/** Whether a certificate of completed isolation holds; whose it is stands on the paper, and is not told here. */
async function certificateInWords(event: Pick<RequestEvent, 'locals'>, code: string): Promise<Text> {
	const { claims, why } = await ask(event, verify, { code });
	return claims ? heldCertificateWords({ ...claims, issuedAt: new Date(claims.issuedAt) }) : why!;
}

const kindWords: Partial<Record<PersonalClaims['kind'], Text>> = {
	card: {
		vi: 'Đây là thẻ in của một người; thẻ không cho ai xem người đó đã đến đâu.',
		en: 'It is somebody’s printed card; it shows nobody where they have been.',
	},
};
