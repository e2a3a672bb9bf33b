import { createHash, X509Certificate } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { decode } from 'cbor2';
import { beforeAll, describe, expect, test } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { hasSharedData, readSharedJson, sharedData } from '#test/shared-data';
import { decodeBase45 } from './base45.ts';
import { isSignedBy, readMessage, type SignedMessage } from './cose.ts';
import { healthCertificate, type OpenedHealthCertificate, openHealthCertificate } from './health-certificate.ts';
import { readHealthPayload } from './health-payload.ts';
import { inflate } from './inflate.ts';
import { toHex } from './personal-code.ts';
import { importIssuerKey, kindsOfKeyUsage, type TrustedIssuer, trustListOf } from './trust-list.ts';

const folder = 'testvectors/eu-dcc';

interface Vector {
	path: string;
	JSON?: Record<string, unknown>;
	COSE?: string;
	COMPRESSED?: string;
	BASE45?: string;
	PREFIX: string;
	'2DCODE'?: string;
	TESTCTX: { CERTIFICATE: string; VALIDATIONCLOCK: string };
	EXPECTEDRESULTS: Record<string, boolean | undefined>;
}

/** One certificate of the corpus, taken apart by the steps a gate takes. */
interface Step extends Vector {
	now: Date;
	issuer: TrustedIssuer;
	message?: SignedMessage;
	/** The certificate as it stands, whatever it says. */
	body?: Record<string, unknown>;
	opened?: OpenedHealthCertificate;
	/** As if the issuer’s own key never ended. */
	openedAnyTime?: OpenedHealthCertificate;
}

/** Where the corpus expects something else; README.md beside it says why. */
const differences = {
	KEYUSAGE: ['IS/2DCode/raw/3.json'],
	SCHEMAVALIDATION: ['1.0.0', '1.2.1', '1.3.0'].flatMap((version) =>
		[7, 8, 9].map((number) => `PL/${version}/2DCode/raw/${number}.json`),
	),
	CONTENT: ['FR/2DCode/raw/test_pcr_ok.json', 'PL/1.3.0/2DCode/raw/1.json', 'PL/1.3.0/2DCode/raw/5.json'],
};

describe.skipIf(!hasSharedData(folder))('the EU’s test certificates', () => {
	let steps: Step[];

	beforeAll(async () => {
		const paths = readdirSync(sharedData(folder), { recursive: true, encoding: 'utf8' });
		const vectors = paths.filter((path) => /2DCode.*\.json$/.test(path)).sort();
		steps = await Promise.all(vectors.map((path) => takeApart({ path, ...readSharedJson(`${folder}/${path}`) })));
	});

	/** The paths of all for which the corpus states a result, and we have another. */
	async function differing(name: string, resultOf: (step: Step) => unknown): Promise<string[]> {
		const stated = steps.filter(({ EXPECTEDRESULTS }) => EXPECTEDRESULTS[`EXPECTED${name}`] !== undefined);
		const results = await Promise.all(stated.map(async (step) => Boolean(await resultOf(step))));
		expect(stated.length).toBeGreaterThan(300);
		return stated
			.filter(({ EXPECTEDRESULTS }, at) => EXPECTEDRESULTS[`EXPECTED${name}`] !== results[at])
			.map(({ path }) => path);
	}

	test('are 581', () => {
		expect(steps.length).toBe(581);
	});

	test('EXPECTEDPICTUREDECODE: a picture says what it was made of', async () => {
		const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
		prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(readFileSync(file)).buffer } });

		const found = await differing('PICTUREDECODE', async ({ '2DCODE': picture, PREFIX, EXPECTEDRESULTS }) => {
			// Of 29 the corpus has no picture.
			if (!picture) return EXPECTEDRESULTS.EXPECTEDPICTUREDECODE;
			const [read] = await readBarcodes(Uint8Array.from(Buffer.from(picture, 'base64')));
			return read?.text === PREFIX;
		});

		expect(found).toEqual([]);
	});

	test('EXPECTEDUNPREFIX: only HC1: is the beginning of a certificate', async () => {
		const found = await differing(
			'UNPREFIX',
			({ PREFIX, BASE45 }) => healthCertificate.recognises(PREFIX) && PREFIX === `HC1:${BASE45 ?? PREFIX.slice(4)}`,
		);

		expect(found).toEqual([]);
	});

	test('EXPECTEDB45DECODE: base45 holds the compressed bytes', async () => {
		const found = await differing('B45DECODE', ({ PREFIX, COMPRESSED }) => {
			const bytes = decodeBase45(PREFIX.slice(4));
			return bytes && (!COMPRESSED || toHex(bytes) === COMPRESSED.toLowerCase());
		});

		expect(found).toEqual([]);
	});

	test('EXPECTEDCOMPRESSION: they unpack to the signed message', async () => {
		const found = await differing('COMPRESSION', async ({ PREFIX, COMPRESSED, COSE }) => {
			const compressed = COMPRESSED ? Uint8Array.from(Buffer.from(COMPRESSED, 'hex')) : decodeBase45(PREFIX.slice(4))!;
			const bytes = await inflate(compressed, 10_000);
			return bytes && (!COSE || toHex(bytes) === COSE.toLowerCase());
		});

		expect(found).toEqual([]);
	});

	test('EXPECTEDVERIFY: the signature holds under the key it names', async () => {
		const found = await differing('VERIFY', async ({ message, issuer }) => {
			if (!message || toHex(message.keyId) !== issuer.keyId) return false;
			return isSignedBy(message, await importIssuerKey(issuer.key));
		});

		expect(found).toEqual([]);
	});

	test.each(['DECODE', 'VALIDJSON'])('EXPECTED%s: the certificate says what was put into it', async (name) => {
		const found = await differing(name, ({ body, JSON: put }) => body && sortedText(body) === sortedText(put ?? body));

		expect(found).toEqual(differences.CONTENT);
	});

	test('EXPECTEDSCHEMAVALIDATION: what does not keep to the schema is refused', async () => {
		const found = await differing('SCHEMAVALIDATION', ({ message }) => message && readHealthPayload(message.payload));

		expect(found).toEqual(differences.SCHEMAVALIDATION);
	});

	test('EXPECTEDEXPIRATIONCHECK: it is refused before it was issued and after it expired', async () => {
		const found = await differing(
			'EXPIRATIONCHECK',
			({ openedAnyTime: opened }) => !opened || opened.ok || !['not-yet-valid', 'expired'].includes(opened.reason),
		);

		expect(found).toEqual([]);
	});

	test('EXPECTEDKEYUSAGE: it is of a kind its issuer may certify', async () => {
		const found = await differing('KEYUSAGE', ({ body, issuer }) => {
			const kind = body?.v ? 'vaccination' : body?.t ? 'test' : 'recovery';
			return issuer.kinds.includes(kind);
		});

		expect(found).toEqual(differences.KEYUSAGE);
	});

	test('who is good in every respect is let in by the whole way, with name and kind; nobody else is', () => {
		const named = [
			...['UNPREFIX', 'B45DECODE', 'COMPRESSION', 'DECODE', 'VERIFY'],
			...['SCHEMAVALIDATION', 'EXPIRATIONCHECK', 'KEYUSAGE'],
		];
		const known = Object.values(differences).flat();
		let [good, bad] = [0, 0];
		for (const { path, EXPECTEDRESULTS, opened, body } of steps) {
			const stated = named.map((name) => EXPECTEDRESULTS[`EXPECTED${name}`]);
			if (known.includes(path)) continue;
			if (stated.includes(false)) {
				expect([path, opened?.ok ?? false]).toEqual([path, false]);
				bad++;
			} else if (['VERIFY', 'EXPIRATIONCHECK', 'KEYUSAGE'].every((name) => EXPECTEDRESULTS[`EXPECTED${name}`])) {
				const kind = body?.v ? 'vaccination' : body?.t ? 'test' : 'recovery';
				expect([path, opened]).toMatchObject([path, { ok: true, certificate: { kind } }]);
				expect([path, opened?.ok && opened.certificate.fullName]).not.toEqual([path, '']);
				good++;
			}
		}

		expect([good, bad]).toEqual([230, 171]);
	});
});

async function takeApart(vector: Vector): Promise<Step> {
	const certificate = new X509Certificate(Buffer.from(vector.TESTCTX.CERTIFICATE, 'base64'));
	const issuer: TrustedIssuer = {
		keyId: createHash('sha256').update(certificate.raw).digest('hex').slice(0, 16),
		key: certificate.publicKey.export({ format: 'jwk' }) as JsonWebKey,
		kinds: kindsOfKeyUsage(certificate.keyUsage ?? []),
		validFrom: certificate.validFromDate.toISOString(),
		validUntil: certificate.validToDate.toISOString(),
	};
	const step = { ...vector, issuer, now: new Date(vector.TESTCTX.VALIDATIONCLOCK) };
	const content = healthCertificate.recognises(vector.PREFIX) && healthCertificate.parse(vector.PREFIX, step.now);
	const bytes = content && (await inflate(content, 10_000));
	const message = bytes ? readMessage(bytes) : undefined;
	if (!content || !message) return step;
	const anyTime = { ...issuer, validFrom: '2000-01-01T00:00:00Z', validUntil: '2100-01-01T00:00:00Z' };
	return {
		...step,
		message,
		body: (decode(message.payload) as Map<number, Map<number, Record<string, unknown>>>).get(-260)?.get(1),
		opened: await openHealthCertificate(content, trustListOf([issuer]), step.now),
		openedAnyTime: await openHealthCertificate(content, trustListOf([anyTime]), step.now),
	};
}

/** Two contents are the same in whatever order, and their times whatever way they are written. */
const sortedText = (value: unknown): string =>
	JSON.stringify(value, (_name, part: unknown) => {
		if (typeof part === 'string' && /^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d:?\d\d)$/.test(part))
			return new Date(part).toISOString();
		return part instanceof Object && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort()) : part;
	});
