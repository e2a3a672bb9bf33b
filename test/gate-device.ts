import 'fake-indexeddb/auto';
import { keyIdOf, p256, type Signer, signMessage } from '#shared/codes/cose';
import { issuePersonalCode, type NewPersonalClaims, toHex } from '#shared/codes/personal-code';
import type { GateBundle } from '#shared/gate/bundle';
import { importUnsealKey, newSealKey } from '#shared/gate/sealed-card';

/** A pair of keys that signs, by the name bundles and codes give it. */
export interface SigningKey extends Signer {
	keyHex: string;
	jwk: JsonWebKey;
}

export async function newSigningKey(): Promise<SigningKey> {
	const { privateKey, publicKey } = await crypto.subtle.generateKey(p256, true, ['sign', 'verify']);
	const jwk = await crypto.subtle.exportKey('jwk', publicKey);
	const keyId = await keyIdOf(jwk);
	return { keyId, key: privateKey, keyHex: toHex(keyId), jwk };
}

const named = ({ keyHex, jwk }: SigningKey) => ({ keyId: keyHex, key: jwk });

/** The keys of an installation, and what it signs with them. */
export class Installation {
	readonly signer: SigningKey;
	readonly sealing: JsonWebKey;

	private constructor(signer: SigningKey, sealing: JsonWebKey) {
		this.signer = signer;
		this.sealing = sealing;
	}

	static async make(): Promise<Installation> {
		return new Installation(await newSigningKey(), await newSealKey());
	}

	get bundleKeys() {
		return [named(this.signer)];
	}

	/** A bundle of the only gate there is, issued at a moment. */
	bundle(issuedAt: Date, change: Partial<GateBundle> = {}): GateBundle {
		const { kty, crv, x, y } = this.sealing;
		return {
			format: 1,
			issuedAt: issuedAt.toISOString(),
			hoursMax: 24,
			codeKeys: [named(this.signer)],
			bundleKeys: [named(this.signer)],
			sealTo: { keyId: 'a1b2c3d4e5f60718', key: { kty, crv, x, y } as JsonWebKey },
			device: { id: '71', name: 'Máy cổng trước', gate: 1 },
			place: {
				id: '5',
				name: 'Trường Tiểu học Ba Đình',
				typeName: { vi: 'Trường học', en: 'School' },
				isVehicle: false,
				gates: [{ gate: 1, name: 'Cổng trước' }],
				trips: [],
			},
			salt: 'AAECAwQFBgcICQoLDA0ODw',
			restricted: '',
			revoked: [],
			members: [],
			trustList: [],
			...change,
		};
	}

	async sign(bundle: GateBundle, signer: Signer = this.signer): Promise<string> {
		const signed = await signMessage(new TextEncoder().encode(JSON.stringify(bundle)), signer);
		return Buffer.from(signed).toString('base64url');
	}

	/** A personal code, as a phone or a card shows it. */
	code(claims: NewPersonalClaims): Promise<string> {
		return issuePersonalCode(claims, this.signer);
	}

	/** What the server opens sealed cards with. */
	async unsealKeys(): Promise<Map<string, CryptoKey>> {
		return new Map([['a1b2c3d4e5f60718', await importUnsealKey(this.sealing)]]);
	}
}
