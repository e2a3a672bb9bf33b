import { decode, encode } from 'cbor2';
import { dayOf, formatDay, startOfDay, type Text } from '../language.ts';
import { isSignedBy, readMessage, type SignedMessage, type Signer, signMessage } from './cose.ts';
import type { Format } from './format.ts';
import { toHex } from './personal-code.ts';

/** What a certificate of completed isolation says, to whoever is shown it: what is printed on it, and no more. */
export interface CertificateClaims {
	/** Decimal digits. */
	certificateId: string;
	fullName: string;
	birthYear?: number;
	/** Days in Viet Nam, the last one included. */
	fromOn: string;
	completedOn: string;
	/** Who decided, and by which decision. */
	decidedBy: string;
	decisionNumber: string;
	/** In whole seconds. */
	issuedAt: Date;
	/** The last day on which it says something; without one it has no end. */
	expiresOn?: string;
}

type CertificateFault = 'other-kind' | 'malformed' | 'unknown-key' | 'bad-signature' | 'expired';

export type ReadCertificate = { ok: true; claims: CertificateClaims } | { ok: false; reason: CertificateFault };

/**
 * What its code begins with. Any phone's camera opens it as a page's address, and what follows the sign never leaves the
 * phone: a browser keeps the fragment of an address to itself (RFC 3986, section 3.5).
 */
const mark = '#CN1.';
const longest = 2_000;
const version = 1;
const labels = {
	...{ certificate: 1, name: 2, birthYear: 3, from: 4, completed: 5, decidedBy: 6, number: 7, issuedAt: 8, version: 9 },
	expires: 10,
} as const;

/** The code on a certificate: the address of the page that verifies it, with the signed words in its fragment. */
export async function issueCertificateCode(claims: CertificateClaims, signer: Signer, page: string): Promise<string> {
	const said: [number, unknown][] = [
		[labels.certificate, BigInt(claims.certificateId)],
		[labels.name, claims.fullName],
		...(claims.birthYear === undefined ? [] : [[labels.birthYear, claims.birthYear] as [number, unknown]]),
		[labels.from, claims.fromOn],
		[labels.completed, claims.completedOn],
		[labels.decidedBy, claims.decidedBy],
		[labels.number, claims.decisionNumber],
		[labels.issuedAt, Math.floor(claims.issuedAt.getTime() / 1_000)],
		[labels.version, version],
		...(claims.expiresOn === undefined ? [] : [[labels.expires, claims.expiresOn] as [number, unknown]]),
	];
	const bytes = await signMessage(encode(new Map(said)), signer);
	return page + mark + toBase64Url(bytes);
}

/** Parsing gives the message as it was signed; only `readCertificateMessage` says whether it holds. */
export const completionCertificate: Format<'completion', SignedMessage> = {
	name: 'completion',
	title: { vi: 'Giấy hoàn thành cách ly', en: 'Certificate of completed isolation' },
	shows: 'person',
	recognises: (text) => text.includes(mark),
	parse(text) {
		if (text.length > longest) return undefined;
		const bytes = fromBase64Url(text.slice(text.indexOf(mark) + mark.length).trim());
		const message = bytes && readMessage(bytes);
		return message && !message.beside ? message : undefined;
	},
};

/**
 * Reads and verifies a certificate's code, without a network. `keys`: the installation's, by their ids in hexadecimal.
 * Whether it was taken back since, only the server can tell.
 */
export async function readCertificateCode(
	text: string,
	keys: ReadonlyMap<string, CryptoKey>,
	now: Date,
): Promise<ReadCertificate> {
	if (!completionCertificate.recognises(text)) return { ok: false, reason: 'other-kind' };
	const message = completionCertificate.parse(text, now);
	return message ? readCertificateMessage(message, keys, now) : { ok: false, reason: 'malformed' };
}

/** The same of a message that the registry of codes has read. */
export async function readCertificateMessage(
	message: SignedMessage,
	keys: ReadonlyMap<string, CryptoKey>,
	now: Date,
): Promise<ReadCertificate> {
	const key = keys.get(toHex(message.keyId));
	if (!key) return { ok: false, reason: 'unknown-key' };
	if (!(await isSignedBy(message, key))) return { ok: false, reason: 'bad-signature' };
	const claims = readClaims(message.payload);
	if (!claims) return { ok: false, reason: 'other-kind' };
	if (claims.expiresOn !== undefined && dayOf(now) > claims.expiresOn) return { ok: false, reason: 'expired' };
	return { ok: true, claims };
}

/** A personal code is signed by the same key, and is no certificate: its words stand under other labels. */
function readClaims(payload: Uint8Array): CertificateClaims | undefined {
	const map = decode(payload);
	if (!(map instanceof Map) || map.get(labels.version) !== version) return undefined;
	const text = (label: number): string | undefined =>
		typeof map.get(label) === 'string' ? (map.get(label) as string) : undefined;
	const [fullName, fromOn, completedOn] = [text(labels.name), text(labels.from), text(labels.completed)];
	const [decidedBy, decisionNumber, expiresOn] = [labels.decidedBy, labels.number, labels.expires].map(text);
	const [id, issued, birthYear] = [map.get(labels.certificate), map.get(labels.issuedAt), map.get(labels.birthYear)];
	if (!fullName || !fromOn || !completedOn || !decidedBy || !decisionNumber || typeof issued !== 'number')
		return undefined;
	if (typeof id !== 'bigint' && typeof id !== 'number') return undefined;
	return {
		...{ certificateId: String(id), fullName, fromOn, completedOn, decidedBy, decisionNumber },
		...(typeof birthYear === 'number' ? { birthYear } : {}),
		issuedAt: new Date(issued * 1_000),
		...(expiresOn ? { expiresOn } : {}),
	};
}

const toBase64Url = (bytes: Uint8Array): string =>
	btoa(String.fromCharCode(...bytes))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.replaceAll('=', '');

function fromBase64Url(text: string): Uint8Array | undefined {
	if (!/^[A-Za-z0-9_-]+$/.test(text)) return undefined;
	try {
		return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
	} catch {
		return undefined;
	}
}

/** What to tell who verifies a certificate that does not hold; `revoked` where the server says so. */
export const certificateWords: Record<CertificateFault | 'revoked', Text> = {
	revoked: {
		vi: 'Giấy hoàn thành cách ly này đã bị cơ quan cấp huỷ. Giấy không còn giá trị.',
		en: 'The authority has taken this certificate of completed isolation back. It does not hold any more.',
	},
	expired: {
		vi: 'Giấy hoàn thành cách ly này đã hết hạn.',
		en: 'This certificate of completed isolation has expired.',
	},
	'other-kind': {
		vi: 'Đây không phải mã trên giấy hoàn thành cách ly.',
		en: 'This is not the code of a certificate of completed isolation.',
	},
	malformed: {
		vi: 'Mã trên giấy bị hỏng hoặc thiếu. Hãy quét lại.',
		en: 'The code is damaged or not whole. Scan the code on the paper again.',
	},
	'unknown-key': {
		vi: 'Mã do một hệ thống khác cấp, không kiểm tra được ở đây.',
		en: 'Another system issued this code. It cannot be verified here.',
	},
	'bad-signature': {
		vi: 'Chữ ký không đúng. Giấy này không có giá trị.',
		en: 'The signature is wrong. The certificate does not hold.',
	},
};

/** What to tell who scans a certificate that holds where a way in was meant. */
export const heldCertificateWords = ({ completedOn }: CertificateClaims): Text => {
	const day = formatDay(startOfDay(completedOn));
	return {
		vi: `Giấy hoàn thành cách ly có giá trị: hoàn thành ngày ${day}. Giấy này không phải mã vào cửa: hãy quét mã cá nhân hoặc thẻ của người đó, và so tên trên giấy.`,
		en: `The certificate of completed isolation holds: completed on ${day}. It is no way in: scan the person’s own code or card, and compare the name on the paper.`,
	};
};

/** Beside it, where nobody could be asked. */
export const notAskedWords: Text = {
	vi: 'Không có mạng nên chưa biết giấy có bị huỷ hay không.',
	en: 'Without a network it is not known whether it was taken back.',
};
