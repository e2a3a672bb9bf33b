import type { Platform } from '#platform/platform';
import { keyIdOf, p256, type Signer } from '#shared/codes/cose';
import { toHex } from '#shared/codes/personal-code';

const signers = new WeakMap<Platform['keys'], Promise<Signer>>();

/** What signs personal codes here. */
export function signerOf({ keys }: Platform): Promise<Signer> {
	let signer = signers.get(keys);
	if (!signer) signers.set(keys, (signer = openSigner(keys.signing)));
	return signer;
}

async function openSigner(key: JsonWebKey): Promise<Signer> {
	return { keyId: await keyIdOf(key), key: await crypto.subtle.importKey('jwk', key, p256, false, ['sign']) };
}

/** The public half with its id, for anyone who verifies codes. */
export async function publicKeyOf({ keys }: Platform): Promise<{ keyId: string; key: JsonWebKey }> {
	const { kty, crv, x, y } = keys.signing;
	return { keyId: toHex(await keyIdOf(keys.signing)), key: { kty, crv, x, y } };
}
