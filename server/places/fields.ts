import Type from 'typebox';
import { Problem } from '#platform/problem';
import { type Reach, role, type Who } from '#platform/who';
import { normalise } from '#shared/text/vietnamese';

export const Moment = Type.String({ format: 'date-time' });
export const Words = Type.Object({ vi: Type.String(), en: Type.String() });
export const Gate = Type.Integer({ minimum: 1, maximum: 999 });
/** As people type it; room for letters sent in pieces (a letter and its marks apart). */
export const Written = Type.String({ maxLength: 1_000 });
export const Phone = Type.String({ minLength: 8, maxLength: 30 });

const reach = (input: { place: string }): Reach => ({ place: input.place });

/** Whoever registered the place or was given it, and the installation's administrator. */
export const managing: Who<{ place: string }> = role(['manager', 'administrator'], reach);

/** Managers, and those who stand at the door. */
export const attending: Who<{ place: string }> = role(['manager', 'controller', 'administrator'], reach);

const lettersMax = 200;

/** A text as it is stored, of 1 to 200 letters however they were typed. Throws `invalid-input`, naming the field. */
export function readText(written: string, field: string): string {
	const text = normalise(written);
	if (!text || [...text].length > lettersMax) throw new Problem('invalid-input', { field });
	return text;
}

/** The same, where the field may be left empty. */
export function readOptionalText(written: string | undefined, field: string): string | undefined {
	return written === undefined || !normalise(written) ? undefined : readText(written, field);
}
