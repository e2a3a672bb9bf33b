import type { BrowserContext } from '@playwright/test';
import { keyIdOf, p256, type Signer, signMessage } from '../shared/codes/cose.ts';
import { issuePersonalCode, type NewPersonalClaims } from '../shared/codes/personal-code.ts';
import { type GateBundle, hashPerson } from '../shared/gate/bundle.ts';
import { packHashes } from '../shared/gate/open-bundle.ts';
import type { GateScan } from '../shared/gate/scan.ts';
import { newSealKey } from '../shared/gate/sealed-card.ts';

type Verdict = GateScan['shown'];

/** What a test wants of the place and of what the server knows. */
export interface Wish {
	place?: Partial<GateBundle['place']>;
	issuedAt?: Date;
	/** The ids of people who are stopped at every door; there may be more of them than the list has room for. */
	restricted?: string[];
	isRestrictedPartial?: true;
	/** People inside, as the server counts. */
	inside?: number;
	/** What a card that is looked up comes to. */
	lookUp?: Verdict;
}

/**
 * Stands in for the operations of the server's module `devices`, with keys of its own: for what a test must have just so
 * (an old bundle, people who are stopped, a full place). Journeys with the real ones are in `gate-people.spec.ts`.
 */
export interface DeviceServer {
	/** From now on answers this browser in the server's place. */
	answer(context: BrowserContext): Promise<void>;
	/** All that was sent, in its order. */
	sent: GateScan[];
	/** A personal code of this installation. */
	issueCode(person: string, change?: Partial<NewPersonalClaims>): Promise<string>;
}

const salt = 'AAECAwQFBgcICQoLDA0ODw';

export async function openDeviceServer(wish: Wish = {}): Promise<DeviceServer> {
	const { signer, keys } = await makeSigner();
	const sent: GateScan[] = [];
	const bundle = await makeBundle(wish, keys);
	const signed = await signMessage(new TextEncoder().encode(JSON.stringify(bundle)), signer);
	const inside = wish.inside === undefined ? {} : { inside: wish.inside };
	const answers: Record<string, (input: { scans?: GateScan[] }) => object> = {
		'devices.pair': () => ({
			device: '1',
			// A manager may do at the place whatever a device may.
			token: process.env.VAORA_OWNER_TOKEN,
			place: bundle.place.id,
			gate: 1,
			bundleKeys: keys,
		}),
		'devices.get-bundle': () => ({ bundle: Buffer.from(signed).toString('base64url'), ...inside }),
		'devices.record-scans': ({ scans = [] }) => record(scans),
		'devices.record-cards': ({ scans = [] }) => record(scans),
		'devices.look-up-card': () => ({ verdict: wish.lookUp ?? 'green', reasons: [], maskedName: '', isNew: false }),
	};
	const record = (scans: GateScan[]) => {
		sent.push(...scans);
		return { answers: scans.map(() => ({})), ...inside };
	};
	const answer = async (context: BrowserContext) => {
		await context.route('**/api/v1/devices.*', async (route) => {
			const operation = new URL(route.request().url()).pathname.split('/').at(-1)!;
			const input = route.request().postDataJSON();
			await route.fulfill({ json: { now: new Date().toISOString(), ...answers[operation]!(input) } });
		});
	};
	return { answer, sent, issueCode: (person, change) => issuePersonalCode(claimsOf(person, change), signer) };
}

async function makeSigner(): Promise<{ signer: Signer; keys: GateBundle['codeKeys'] }> {
	const { privateKey, publicKey } = await crypto.subtle.generateKey(p256, true, ['sign', 'verify']);
	const key = await crypto.subtle.exportKey('jwk', publicKey);
	const keyId = await keyIdOf(key);
	return { signer: { keyId, key: privateKey }, keys: [{ keyId: Buffer.from(keyId).toString('hex'), key }] };
}

async function makeBundle(wish: Wish, keys: GateBundle['codeKeys']): Promise<GateBundle> {
	const restricted = await Promise.all((wish.restricted ?? []).map((person) => hashPerson(salt, person)));
	const { d: _secret, ...seal } = await newSealKey();
	return {
		format: 1,
		issuedAt: (wish.issuedAt ?? new Date()).toISOString(),
		hoursMax: 24,
		codeKeys: keys,
		bundleKeys: keys,
		sealTo: { keyId: '0102030405060708', key: seal },
		device: { id: '1', name: 'Điện thoại cổng chính', gate: 1 },
		place: {
			id: process.env.VAORA_PLACE!,
			name: 'Trường THPT Nguyễn Huệ',
			typeName: { vi: 'Trường học', en: 'School' },
			isVehicle: false,
			gates: [{ gate: 1, name: 'Cổng chính' }],
			trips: [],
			...wish.place,
		},
		salt,
		restricted: packHashes(restricted),
		...(wish.isRestrictedPartial ? { isRestrictedPartial: true } : {}),
		revoked: [],
		members: [],
		trustList: [],
	};
}

function claimsOf(personId: string, change: Partial<NewPersonalClaims> = {}): NewPersonalClaims {
	const [issuedAt, expiresAt] = [new Date(Date.now() - 60_000), new Date(Date.now() + 86_400_000)];
	return { personId, kind: 'static', level: 'green', issuedAt, expiresAt, ...change } as NewPersonalClaims;
}
