import Type from 'typebox';
import { getPlaces } from '#places';
import type { Db } from '#platform/db';
import { Id } from '#platform/ids';
import { anyOf, role } from '#platform/who';

export const Moment = Type.String({ format: 'date-time' });
export const GroupName = Type.String({ maxLength: 100, description: 'A class or shift, as the place wrote it' });

export const CardHead = Type.Object({
	card: Id,
	group: Type.String(),
	issuedAt: Moment,
	expiresAt: Moment,
	printedAt: Type.Optional(Moment),
});

/** Whoever manages the place. */
export const managing = role(['manager'], (input: { place: string }) => ({ place: input.place }));

/** Whoever manages the place, and the health officers of where it lies. */
export const issuing = anyOf(
	role(['manager', 'administrator'], (input: { place: string }) => ({ place: input.place })),
	role(['health-officer'], async (input: { place: string }, db: Db) => {
		const area = (await getPlaces(db, [input.place])).get(input.place)?.areaPath;
		return area === undefined ? undefined : { area };
	}),
);
