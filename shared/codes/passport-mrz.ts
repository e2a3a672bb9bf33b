import { dayOf } from '../language.ts';
import { isDay } from './card-fields.ts';
import type { Format } from './format.ts';
import { hasRightChecks, mendLetterO } from './mrz-check.ts';

/** The two lines at the foot of a passport's page (ICAO 9303 part 4, TD3). */
export interface Passport {
	documentNumber: string;
	/** Three letters, `VNM`; `D` for Germany. */
	issuingState: string;
	nationality: string;
	/** Family name first, without diacritics, as the lines say it. */
	fullName: string;
	/** The name filled its line, so that more may have been cut off. */
	isNameShortened: boolean;
	/** `YYYY-MM-DD`, or its beginning where the rest is unknown. */
	birthDate: string;
	/** Absent where the passport does not say. */
	gender?: 'male' | 'female';
	/** `YYYY-MM-DD`. */
	expiresOn: string;
	/** Twelve digits in a Vietnamese passport. */
	personalNumber?: string;
}

/** Reads both lines however they were typed; `now` tells in which century somebody was born. */
export function readPassport(text: string, now: Date): Passport | undefined {
	const typed = text.trim().toUpperCase();
	// Spaces are mostly typed to help the eye; some readers write them for the filler `<`.
	for (const letters of [typed.replace(/\s/g, ''), typed.replace(/\r?\n|\r/g, '').replaceAll(' ', '<')]) {
		const passport = readLines(letters, now);
		if (passport) return passport;
	}
	return undefined;
}

function readLines(letters: string, now: Date): Passport | undefined {
	// The last fillers of the first line are often left out.
	const [first, second] = [letters.slice(0, -44).padEnd(44, '<'), mendLetterO(letters.slice(-44))];
	const [, issuingState, names] = /^P[A-Z<]([A-Z][A-Z<]{2})([A-Z<]{39})$/.exec(first) ?? [];
	const fields = secondLine.exec(second);
	if (!issuingState || !names || !fields || !hasRightChecks(second)) return undefined;
	const { number, nationality, birth, sex, expiry, personal } = fields.groups as Record<Field, string>;
	const [birthDate, expiresOn] = [birthDateOf(birth, now), `20${dashed(expiry)}`];
	const fullName = plain(names);
	if (!fullName || !birthDate || !isDay(expiresOn)) return undefined;
	return {
		documentNumber: plain(number),
		issuingState: plain(issuingState),
		nationality: plain(nationality),
		fullName,
		isNameShortened: !names.endsWith('<'),
		birthDate,
		...(sex === '<' ? {} : { gender: sex === 'M' ? 'male' : 'female' }),
		expiresOn,
		...(plain(personal) ? { personalNumber: plain(personal) } : {}),
	};
}

const secondLine =
	/^(?<number>[A-Z0-9][A-Z0-9<]{8})\d(?<nationality>[A-Z][A-Z<]{2})(?<birth>\d{2}(?:\d{4}|\d{2}<<|<{4}))\d(?<sex>[MF<])(?<expiry>\d{6})\d(?<personal>[A-Z0-9<]{14})[\d<]\d$/;
type Field = 'number' | 'nationality' | 'birth' | 'sex' | 'expiry' | 'personal';

/** Whoever shows a passport was born already, and less than a hundred years ago as far as two digits can tell. */
function birthDateOf(sixLetters: string, now: Date): string | undefined {
	const date = dashed(sixLetters.replace(/<+$/, ''));
	const today = dayOf(now);
	return [`20${date}`, `19${date}`].find((day) => isDay(day) && day <= today.slice(0, day.length));
}

const dashed = (digits: string) => digits.replace(/(..)(?=.)/g, '$1-');
const plain = (field: string) => field.replace(/<+/g, ' ').trim();

export const passportMrz: Format<'passport', Passport> = {
	name: 'passport',
	title: { vi: 'Hai dòng ký tự trên hộ chiếu', en: 'The two lines of a passport' },
	shows: 'person',
	recognises: (text) => /^P[A-Z<][A-Z0-9<]{44,86}$/i.test(text.replace(/\s/g, '')) && /[<\s]/.test(text.trim()),
	parse: readPassport,
};
