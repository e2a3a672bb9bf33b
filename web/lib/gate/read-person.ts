import { encodeBase45 } from '#shared/codes/base45';
import { type SignedMessage, writeMessage } from '#shared/codes/cose';
import { healthCertificateWords, openHealthCertificate } from '#shared/codes/health-certificate';
import { type Recognised, recognise } from '#shared/codes/index';
import { personalPrefix, readPersonalCode } from '#shared/codes/personal-code';
import { recogniseTyped } from '#shared/codes/typed-code';
import { wrongSide } from '#shared/codes/wrong-side';
import { hashPerson } from '#shared/gate/bundle';
import { type Entry, entryReasonWords, judgeEntry } from '#shared/gate/judge-entry';
import type { ScannedPerson, SealedCard } from '#shared/gate/scan';
import type { Text } from '#shared/language';
import { codeFaultWords } from './code-fault-words.ts';
import type { Direction, Reading } from './gate.ts';
import type { HeldBundle } from './hold-bundle.ts';
import { isListed } from './person-lists.ts';
import type { Presence } from './presence.ts';
import { certificateHint, type ReadCard, readCard, readCertified, readTypedNumber } from './read-card.ts';

/** What a gate's device decides with. */
export interface Desk {
	held: HeldBundle;
	presence: Presence;
	/** By the server's clock, as far as the device can tell; and by the device's own. */
	now: Date;
	deviceNow: Date;
	/** People inside, where anybody knows. */
	inside?: number | undefined;
	/** What the server says of a card; undefined without a network. */
	lookUp(card: SealedCard, direction: Direction): Promise<LookedUp | undefined>;
	seal(card: SealedCard): Promise<string>;
}

export interface LookedUp {
	verdict: Extract<Reading, { kind: 'person' }>['verdict'];
	reasons: readonly { code: string; words: Text }[];
}

export interface Shown {
	text: string;
	how: 'camera' | 'typed' | 'nfc';
	direction: Direction | 'both';
}

/** What a scanned or typed text is, and whether who shows it may go through. */
export async function readPerson(shown: Shown, desk: Desk): Promise<Reading> {
	const { found, advice } =
		shown.how === 'typed'
			? recogniseTyped(shown.text, desk.now)
			: { found: recognise(shown.text, desk.now), advice: undefined };
	const typed = shown.how === 'typed' && !found.ok ? readTypedNumber(shown.text) : undefined;
	const reading = typed ? await judgeCard(typed, shown, desk) : await judgeFound(found, shown, desk);
	return reading.kind === 'fault' && advice ? { ...reading, advice } : reading;
}

async function judgeFound(found: Recognised, shown: Shown, desk: Desk): Promise<Reading> {
	if (!found.ok) return fault(found.why);
	const misplaced = wrongSide(found, 'gate');
	if (misplaced) return fault(misplaced);
	if (found.name === 'personal') return judgeCode(found.content, shown, desk);
	if (found.name === 'health-certificate') return judgeCertificate(found.content, shown, desk);
	const card = readCard(found);
	return card ? judgeCard(card, shown, desk) : fault(healthCertificateWords.malformed);
}

const fault = (words: Text): Reading => ({ kind: 'fault', words });

async function judgeCode(message: SignedMessage, shown: Shown, desk: Desk): Promise<Reading> {
	const { bundle, codeKeys } = desk.held;
	// As it was issued, whatever a scanner that types has made of it on the way.
	const code = personalPrefix + encodeBase45(writeMessage(message));
	const read = await readPersonalCode(code, codeKeys, desk.now);
	if (!read.ok) return fault(codeFaultWords[read.reason]);
	const { claims } = read;
	const person = await hashPerson(bundle.salt, claims.personId);
	const isBack = bundle.revoked.some((one) => one.person === person && claims.issuedAt < new Date(one.before));
	if (isBack) return fault(codeFaultWords.revoked);
	const way = await desk.presence.read(claims.personId, code, shown.direction, desk.deviceNow.getTime());
	const standing = { level: claims.level, reasons: [], validUntil: claims.expiresAt };
	const restrictions = isListed(bundle.restricted, person) ? (['isolation'] as const) : [];
	const who = { kind: 'code', person: claims.personId, code } as const;
	return { ...toReading(who, judge({ standing, restrictions }, way.direction, desk)), ...way };
}

/** It is no declaration: it only says whose to look for. */
async function judgeCertificate(content: Uint8Array, shown: Shown, desk: Desk): Promise<Reading> {
	const opened = await openHealthCertificate(content, desk.held.trustList, desk.now);
	if (!opened.ok) return fault(healthCertificateWords[opened.reason]);
	const card = readCertified(opened.certificate);
	return judgeCard({ ...card, hint: certificateHint(opened.certificate, card.hint) }, shown, desk);
}

async function judgeCard({ card, hint, prefill }: ReadCard, shown: Shown, desk: Desk): Promise<Reading> {
	const sealed = await desk.seal(card);
	const at = desk.deviceNow.getTime();
	const way = await desk.presence.read(nameOf(card), sealed, shown.direction, at);
	const judged =
		(await desk.lookUp(card, way.direction)) ??
		judge({ standing: undefined, isUnknown: true, restrictions: [] }, way.direction, desk);
	return { ...toReading({ kind: 'sealed', sealed }, judged), ...way, hint, prefill };
}

/** The same person's card is the same whichever way it was read. */
const nameOf = (card: SealedCard): string =>
	card.document ?? card.formerDocument ?? card.insurance ?? card.number ?? `${card.fullName}|${card.birthDate}`;

function judge(known: Omit<Entry, 'at'>, direction: Direction, { held, now, inside }: Desk): LookedUp {
	const { capacity } = held.bundle.place;
	// Nobody is kept from leaving by how full it is.
	const fullness = direction === 'in' && capacity !== undefined && inside !== undefined ? { inside, capacity } : {};
	const { verdict, reasons } = judgeEntry({ ...known, ...fullness, at: now });
	return { verdict, reasons: reasons.map((code) => ({ code, words: entryReasonWords[code]! })) };
}

const toReading = (who: ScannedPerson, { verdict, reasons }: LookedUp) => ({
	kind: 'person' as const,
	who,
	verdict,
	reasons,
});
