import { encodeBase45 } from '#shared/codes/base45';
import {
	certificateWords,
	heldCertificateWords,
	notAskedWords,
	readCertificateMessage,
} from '#shared/codes/certificate-code';
import { type SignedMessage, writeMessage } from '#shared/codes/cose';
import { healthCertificateWords, openHealthCertificate } from '#shared/codes/health-certificate';
import { type Recognised, recognise } from '#shared/codes/index';
import { type PersonalClaims, personalCodeWords, personalPrefix, readPersonalCode } from '#shared/codes/personal-code';
import { displayPersonalNumber } from '#shared/codes/personal-number';
import { isRevoked } from '#shared/codes/revocation';
import { recogniseTyped } from '#shared/codes/typed-code';
import { wrongAtGate } from '#shared/codes/wrong-at-gate';
import { type GateBundle, hashPerson } from '#shared/gate/bundle';
import { type Entry, entryReasonWords, judgeEntry, type KnownStanding } from '#shared/gate/judge-entry';
import { isRestricted, memberOf, revocationsOf } from '#shared/gate/open-bundle';
import type { ScannedPerson, SealedCard } from '#shared/gate/scan';
import type { Text } from '#shared/language';
import type { Direction, PersonReading, Reading } from '#web/gate/gate.ts';
import type { CardAnswer } from './device-operations.ts';
import type { HeldBundle } from './hold-bundle.ts';
import type { Presence } from './presence.ts';
import { certificateHint, type ReadCard, readCard, readCertified, readTypedNumber } from './read-card.ts';

/** What a gate's device decides with. */
export interface Device {
	held: HeldBundle;
	presence: Presence;
	/** By the server's clock, as far as the device can tell; and by the device's own. */
	now: Date;
	deviceNow: Date;
	/** People inside, where anybody knows. */
	inside?: number | undefined;
	/** What the server says of a sealed card; undefined without a network. */
	lookUp(sealed: string): Promise<CardAnswer | undefined>;
	/** Whether a certificate of completed isolation was taken back; undefined without a network. */
	isRevoked(certificateId: string): Promise<boolean | undefined>;
	seal(card: SealedCard): Promise<string>;
}

type Judged = Pick<PersonReading, 'verdict' | 'reasons'>;

export interface Scanned {
	text: string;
	how: 'camera' | 'typed' | 'nfc';
	direction: Direction | 'both';
}

/** What a scanned or typed text is, and whether who shows it may go through. */
export async function readPerson(scanned: Scanned, device: Device): Promise<Reading> {
	const { found, advice } =
		scanned.how === 'typed'
			? recogniseTyped(scanned.text, device.now)
			: { found: recognise(scanned.text, device.now), advice: undefined };
	const typed = scanned.how === 'typed' && !found.ok ? readTypedNumber(scanned.text) : undefined;
	const reading = typed ? await judgeCard(typed, scanned, device) : await judgeFound(found, scanned, device);
	if (reading.kind !== 'fault' || !advice) return reading;
	// What is wrong with the keyboard says nothing of the code.
	const { word: _word, ...plain } = reading;
	return { ...plain, advice };
}

async function judgeFound(found: Recognised, scanned: Scanned, device: Device): Promise<Reading> {
	const misplaced = wrongAtGate(found);
	if (misplaced) return fault(misplaced);
	if (!found.ok) return fault(found.why);
	if (found.name === 'personal') return judgeCode(found.content, scanned, device);
	if (found.name === 'completion') return tellCompletion(found.content, device);
	if (found.name === 'health-certificate') return judgeCertificate(found.content, scanned, device);
	const card = readCard(found);
	return card ? judgeCard(card, scanned, device) : fault(healthCertificateWords.malformed);
}

type Fault = Extract<Reading, { kind: 'fault' }>;
const fault = (words: Text): Fault => ({ kind: 'fault', words });

async function judgeCode(message: SignedMessage, scanned: Scanned, device: Device): Promise<Reading> {
	const { bundle, codeKeys } = device.held;
	// As it was issued, whatever a scanner that types has made of it on the way.
	const code = personalPrefix + encodeBase45(writeMessage(message));
	const read = await readPersonalCode(code, codeKeys, device.now);
	if (!read.ok) return faultOfCode(read.reason);
	const { claims } = read;
	const person = await hashPerson(bundle.salt, claims.personId);
	const given = revocationsOf(bundle, person).map((one) => ({ ...one, before: new Date(one.before) }));
	if (given.some((one) => isRevoked(claims, one))) return faultOfCode('revoked');
	const way = await device.presence.read(claims.personId, code, scanned.direction, device.deviceNow.getTime());
	const restrictions = isRestricted(bundle, person) ? (['isolation'] as const) : [];
	const who = { kind: 'code', person: claims.personId, code } as const;
	if (claims.kind !== 'card') {
		const standing = standingOf(claims, device.now);
		return { ...toReading(who, judge({ standing, restrictions }, way.direction, device)), ...way };
	}
	const member = memberOf(bundle, person);
	// A card of another place: what stands of its holder only the server knows.
	const answer = member ? undefined : await device.lookUp(await device.seal({ code }));
	if (answer) return { ...toReading(who, toJudged(answer)), ...way };
	return { ...toReading(who, judge({ ...memberStanding(member), restrictions }, way.direction, device)), ...way };
}

const faultOfCode = (why: keyof typeof personalCodeWords): Fault => {
	const word = codeFaults[why];
	return { ...fault(personalCodeWords[why]), isPerson: true, ...(word ? { word } : {}) };
};

/** What a guard sees from afar of a code that is no more or never was. */
const codeFaults: Partial<Record<keyof typeof personalCodeWords, Text>> = {
	expired: { vi: 'MÃ HẾT HẠN', en: 'CODE EXPIRED' },
	revoked: { vi: 'MÃ ĐÃ HUỶ', en: 'CODE VOID' },
	screenshot: { vi: 'MÃ ĐÃ CŨ', en: 'OLD CODE' },
	'bad-signature': { vi: 'MÃ KHÔNG ĐÚNG', en: 'WRONG CODE' },
};

/** The code was read, so it still holds, by the minutes in which clocks may differ. */
const standingOf = ({ level, expiresAt }: Extract<PersonalClaims, { level: unknown }>, now: Date): KnownStanding => ({
	level,
	reasons: [],
	validUntil: new Date(Math.max(expiresAt.getTime(), now.getTime() + 1)),
});

/** A card says nothing of health: the bundle does, of those who have a card of this place. */
function memberStanding(member: GateBundle['members'][number] | undefined): Pick<Entry, 'standing' | 'isUnknown'> {
	if (!member) return { standing: undefined, isUnknown: true };
	return { standing: { level: member.level, reasons: [], validUntil: new Date(member.validUntil) } };
}

/** Says what a certificate of completed isolation is worth; it is no way in. */
async function tellCompletion(message: SignedMessage, { held, now, isRevoked }: Device): Promise<Reading> {
	const read = await readCertificateMessage(message, held.codeKeys, now);
	if (!read.ok) return { ...fault(certificateWords[read.reason]), word: voidPaper };
	const revoked = await isRevoked(read.claims.certificateId);
	if (revoked) return { ...fault(certificateWords.revoked), word: voidPaper };
	const words = heldCertificateWords(read.claims);
	return {
		...fault(
			revoked === false ? words : { vi: `${words.vi} ${notAskedWords.vi}`, en: `${words.en} ${notAskedWords.en}` },
		),
		word: { vi: 'GIẤY CÓ GIÁ TRỊ', en: 'THE PAPER HOLDS' },
	};
}

const voidPaper: Text = { vi: 'GIẤY KHÔNG GIÁ TRỊ', en: 'THE PAPER IS VOID' };

/** It is no declaration, and no number to be found by: it only helps to declare. */
async function judgeCertificate(content: Uint8Array, scanned: Scanned, device: Device): Promise<Reading> {
	const opened = await openHealthCertificate(content, device.held.trustList, device.now);
	if (!opened.ok) return fault(healthCertificateWords[opened.reason]);
	const card = readCertified(opened.certificate);
	return toCardReading({ ...card, hint: certificateHint(opened.certificate, card.hint) }, scanned, device, (way) =>
		judge({ standing: undefined, restrictions: [] }, way, device),
	);
}

const judgeCard = (card: ReadCard, scanned: Scanned, device: Device): Promise<Reading> =>
	toCardReading(card, scanned, device, async (way, sealed) => {
		const answer = await device.lookUp(sealed);
		if (!answer) return judge({ standing: undefined, isUnknown: true, restrictions: [] }, way, device);
		const { number, fullName } = card.card;
		if (answer.isNew && number) return fault(nobodysNumber(displayPersonalNumber(number)));
		return { ...toJudged(answer), ...(fullName ? {} : { hint: nameFirst(answer.maskedName, card.hint) }) };
	});

/** A number alone says nobody's name; for the guard to compare with who stands there, the server does. */
const nameFirst = (name: string, { vi, en }: Text): Text =>
	/\p{L}/u.test(name) ? { vi: `${name} · ${vi}`, en: `${name} · ${en}` } : { vi, en };

/** Unlike a card's, such a number is given out, so that one nobody has was read or written wrongly. */
const nobodysNumber = (number: string): Text => ({
	vi: `Không ai có mã số ${number}. Hãy xem lại từng ký tự; mã số không dùng các chữ I, L, O, U.`,
	en: `Nobody has the number ${number}. Look at each character again; the letters I, L, O and U are not used.`,
});

const toJudged = ({ verdict, reasons }: CardAnswer): Judged => ({
	verdict,
	reasons: reasons.map(({ code, ...words }) => ({ code, words })),
});

async function toCardReading(
	{ card, hint, prefill }: ReadCard,
	scanned: Scanned,
	device: Device,
	judgeIt: (way: Direction, sealed: string) => Judged | Promise<(Judged & { hint?: Text }) | Fault>,
): Promise<Reading> {
	const sealed = await device.seal(card);
	const way = await device.presence.read(nameOf(card), sealed, scanned.direction, device.deviceNow.getTime());
	const judged = await judgeIt(way.direction, sealed);
	if ('kind' in judged) return judged;
	const shown = ('hint' in judged && judged.hint) || hint;
	return { ...toReading({ kind: 'sealed', sealed }, judged), ...way, hint: shown, prefill };
}

/** The same person's card is the same whichever way it was read. */
const nameOf = (card: SealedCard): string =>
	card.document ?? card.formerDocument ?? card.insurance ?? card.number ?? `${card.fullName}|${card.birthDate}`;

function judge(known: Omit<Entry, 'at'>, direction: Direction, { held, now, inside }: Device): Judged {
	const { capacity } = held.bundle.place;
	// Nobody is kept from leaving by how full it is.
	const fullness = direction === 'in' && capacity !== undefined && inside !== undefined ? { inside, capacity } : {};
	const { verdict, reasons } = judgeEntry({ ...known, ...fullness, at: now });
	return { verdict, reasons: reasons.map((code) => ({ code, words: entryReasonWords[code]! })) };
}

const toReading = (who: ScannedPerson, { verdict, reasons }: Judged) => ({
	kind: 'person' as const,
	who,
	verdict,
	reasons,
});
