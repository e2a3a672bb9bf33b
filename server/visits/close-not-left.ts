import Type from 'typebox';
import { getPlaces } from '#places';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { role } from '#platform/who';
import { lastClosing } from '#shared/closing';
import { leftKnownCodes } from './decide.ts';
import { closeOpenVisits } from './queries-inside.ts';
import { controllerRoles } from './to-events.ts';

const dayLong = 86_400_000;
/** A full stadium is closed in a few steps. */
const closedMax = 20_000;

/**
 * Ends visits nobody ended, as the place's word. At closing time only of those who came before it; a leaving that is
 * recorded later still counts more.
 */
export const closeNotLeft = operation({
	name: 'visits.close-not-left',
	summary: {
		vi: 'Ghi là đã ra những người chưa ghi nhận ra: tất cả hoặc những người được chọn, lúc đóng cửa hoặc bây giờ',
		en: 'Notes those whose leaving was not recorded as gone: all or the chosen ones, at closing time or now',
	},
	who: role(controllerRoles, (input: { place: string }) => ({ place: input.place })),
	input: Type.Object(
		{
			place: Id,
			at: Type.Union([Type.Literal('closing-time'), Type.Literal('now')]),
			visits: Type.Optional(
				Type.Array(Type.String({ format: 'uuid' }), { minItems: 1, maxItems: 200, description: 'Left out: all' }),
			),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ closed: Type.Integer({ description: 'At most 20,000 in one call' }) }),
	personal: 'changes',
	purpose: () => 'in-out-control',
	run: async ({ db, now, about }, { place, at, visits }) => {
		const closesAt = (await getPlaces(db, [place])).get(place)?.closesAt;
		if (at === 'closing-time' && closesAt === undefined) throw new Problem('invalid-input', { field: 'at' });
		const leftAt = at === 'now' ? now : lastClosing(closesAt!, now);
		const closed = await db.rows(
			closeOpenVisits({
				placeId: place,
				from: new Date(now.getTime() - dayLong),
				leftAt,
				visits: visits ?? null,
				leftKnown: leftKnownCodes['closed-by-place'],
				limit: closedMax,
			}),
		);
		about(...closed.map((row) => row.person_id));
		return { closed: closed.length };
	},
});
