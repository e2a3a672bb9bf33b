import Type, { type Static } from 'typebox';
import type { Keys } from '#platform/keys';
import { Problem } from '#platform/problem';
import { type Box, readOutline, writeOutline } from '#shared/geo/outline';
import { normalise } from '#shared/text/vietnamese';

const householdsMax = 1_000;

/** What of an area is meant: without any of it the whole. */
export const extentFields = {
	part: Type.Optional(
		Type.String({ minLength: 2, maxLength: 200, description: 'Its name: a tổ dân phố, a thôn, a building' }),
	),
	households: Type.Optional(
		Type.Array(Type.String({ minLength: 1, maxLength: 200 }), {
			minItems: 1,
			maxItems: householdsMax,
			description: 'Addresses of the households it covers; needs `part`',
		}),
	),
	outline: Type.Optional(
		Type.String({
			minLength: 3,
			maxLength: 150_000,
			description: 'GeoJSON, or its corners one a line (latitude, longitude); needs `part`',
		}),
	),
};
type ExtentInput = Partial<Record<'part' | 'outline', string>> & { households?: string[] };

export const Shape = Type.Union([
	Type.Literal('area', { description: 'The whole area' }),
	Type.Literal('part'),
	Type.Literal('households'),
	Type.Literal('outline'),
]);
export type Shape = Static<typeof Shape>;

/** An extent as a row keeps it. */
export interface ExtentRow {
	part: string | null;
	shape: 'households' | 'outline' | null;
	households_sealed: Buffer | null;
	outline: string | null;
	box: Box | null;
}

/** Throws `invalid-input` for a part without a name or drawn twice, and `outline-…` for what is no outline. */
export function readExtent({ part, households, outline }: ExtentInput, keys: Keys): ExtentRow {
	const name = part === undefined ? undefined : normalise(part);
	if (name !== undefined && name.length < 2) throw new Problem('invalid-input', { field: 'part' });
	if (households && outline !== undefined) throw new Problem('invalid-input', { field: 'outline' });
	if ((households || outline !== undefined) && !name) throw new Problem('invalid-input', { field: 'part' });
	const row: ExtentRow = { part: name ?? null, shape: null, households_sealed: null, outline: null, box: null };
	if (households) {
		const listed = [...new Set(households.map(normalise).filter(Boolean))];
		if (!listed.length) throw new Problem('invalid-input', { field: 'households' });
		return { ...row, shape: 'households', households_sealed: keys.encrypt(JSON.stringify(listed)) };
	}
	if (outline === undefined) return row;
	const read = readOutline(outline);
	if ('fault' in read) throw new Problem(read.fault, { field: 'outline' });
	return { ...row, shape: 'outline', outline: writeOutline(read), box: read.box };
}

export const shapeOf = ({ part, shape }: Pick<ExtentRow, 'part' | 'shape'>): Shape =>
	part === null ? 'area' : (shape ?? 'part');

export const readHouseholds = (sealed: Buffer | null, keys: Keys): string[] =>
	sealed ? JSON.parse(keys.decrypt(sealed)) : [];
