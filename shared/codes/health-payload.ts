import { decode } from 'cbor2';
import { isDay, readName } from './card-fields.ts';
import type { HealthCertificateKind } from './trust-list.ts';

/** What a health certificate says (EU DCC, schema 1.0 to 1.3). */
export interface HealthCertificate {
	/** Family name first. */
	fullName: string;
	/** `YYYY-MM-DD`, or its beginning where the rest is unknown; absent where nothing is. */
	birthDate?: string;
	kind: HealthCertificateKind;
	/** Of a test that found the disease. */
	isPositive: boolean;
	/** Who certified it, as `Ministry of Health`. */
	issuer: string;
	/** Two letters, `VN`; absent where the certificate does not say. */
	country?: string;
	issuedAt: Date;
	expiresAt: Date;
}

/** Claims of a CBOR web token (RFC 8392), and the one the EU put its certificate under. */
const claims = { issuer: 1, expiresAt: 4, issuedAt: 6, health: -260 } as const;
const kinds = { v: 'vaccination', t: 'test', r: 'recovery' } as const;
/** SNOMED CT: detected. */
const detected = '260373001';

/** Undefined when a payload does not say what a gate needs, or not as the schema wants it. */
export function readHealthPayload(payload: Uint8Array): HealthCertificate | undefined {
	const token = decodeMap(payload);
	const health = token?.get(claims.health);
	const body = health instanceof Map ? asRecord(health.get(1)) : {};
	const [issuedAt, expiresAt] = [readMoment(token?.get(claims.issuedAt)), readMoment(token?.get(claims.expiresAt))];
	// Schemas before 1.3 allowed several entries, and empty lists beside the one that counts.
	const groups = (['v', 't', 'r'] as const).filter((group) => listOf(body[group]).length > 0);
	const entries = listOf(body[groups[0] ?? '']).map(asRecord);
	const issuer = readText(entries[0]?.is);
	const fullName = readFullName(asRecord(body.nam));
	if (groups.length !== 1 || !issuedAt || !expiresAt || !issuer || !fullName) return undefined;
	const birthDate = readBirthDate(body.dob);
	const issueDay = issuedAt.toISOString();
	// Nobody is certified before birth.
	if (birthDate === undefined || (birthDate && !isDay(birthDate)) || birthDate > issueDay) return undefined;
	const country = readText(token?.get(claims.issuer));
	return {
		fullName,
		...(birthDate ? { birthDate } : {}),
		kind: kinds[groups[0]!],
		isPositive: entries.some((entry) => entry.tr === detected),
		issuer,
		...(country ? { country } : {}),
		issuedAt,
		expiresAt,
	};
}

/** Each part as it is written, else as ICAO 9303 transliterates it; undefined where either is no name. */
function readFullName({ fn, fnt, gn, gnt }: Record<string, unknown>): string | undefined {
	const parts = [readNamePart(fn, fnt), readNamePart(gn, gnt)];
	return parts.includes(undefined) ? undefined : readName(parts.join(' '));
}

function readNamePart(written: unknown, standard: unknown): string | undefined {
	const [own, letters] = [readText(written ?? ''), readText(standard ?? '')];
	if (own === undefined || letters === undefined || !/^[A-Z<]*$/.test(letters)) return undefined;
	return own && (readName(own) ?? (letters.replaceAll('<', ' ') || undefined));
}

/** Some issuers write 00 for an unknown month or day, or a time behind the day. */
const readBirthDate = (value: unknown) =>
	readText(value)
		?.replace(/T.*$/, '')
		.replace(/(?:-00)+$/, '');

const longestText = 80;

const readText = (value: unknown): string | undefined =>
	typeof value === 'string' && value.length <= longestText ? value : undefined;

/** Seconds since 1970, which some issuers write with decimals. */
const readMoment = (value: unknown): Date | undefined =>
	typeof value === 'number' && value >= 0 && value < 1e11 ? new Date(Math.floor(value * 1_000)) : undefined;

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** cbor2 gives a map with only text keys as an object. */
const asRecord = (value: unknown): Record<string, unknown> =>
	value instanceof Object && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

function decodeMap(payload: Uint8Array): Map<unknown, unknown> | undefined {
	try {
		const map = decode(payload);
		return map instanceof Map ? map : undefined;
	} catch {
		return undefined;
	}
}
