import type { BedState, Sex } from './fields.ts';

/** For whom a room is, as far as it is known who somebody is. */
export const sexesFor = (gender: 'male' | 'female' | 'other' | undefined): Sex[] =>
	gender === 'male' || gender === 'female' ? ['any', gender] : ['any'];

export type Unfit = 'bed-not-usable' | 'bed-for-others';

/** Why somebody cannot be given a bed; undefined: they can. Whether somebody lies there is the database's to say. */
export function whyUnfit(
	bed: { state: BedState; sex: Sex },
	gender: 'male' | 'female' | 'other' | undefined,
): Unfit | undefined {
	if (bed.state !== 'usable') return 'bed-not-usable';
	return sexesFor(gender).includes(bed.sex) ? undefined : 'bed-for-others';
}
