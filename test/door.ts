import { call } from '#platform/call';
import { newUuid } from '#platform/ids';
import { sql } from '#platform/sql';
import { checkIn, checkOut } from '#visits';
import { addCafe, addControllerOf, addDeclared, openVaora, type SignedIn, signIn } from './people.ts';

const start = '2026-11-24T08:00:00+07:00';

/** `08:30:00`: a time of 24 November 2026 in Viet Nam, when everything here begins at 8 o'clock. */
export const at = (clock: string) => new Date(`2026-11-24T${clock}+07:00`).toISOString();

/** A café with its manager and a controller at its door, another café, and somebody who comes. */
export async function openDoor() {
	const platform = await openVaora(start);
	const manager = await signIn(platform, '+84904440001');
	const { placeId: place } = await addCafe(platform, manager);
	const { placeId: elsewhere } = await addCafe(platform, await signIn(platform, '+84904440003'));
	const controller = await addControllerOf(platform, manager, place, '+84904440002');
	let phones = 10;
	const newPhone = () => `+849044400${phones++}`;
	let person = await addDeclared(platform, '+84904440004');
	const told = (change: object = {}) => ({ id: newUuid(), place, person: person.personId, ...change });
	return {
		platform,
		place,
		elsewhere,
		manager,
		controller,
		newPhone,
		setClock: (clock: string) => platform.clock.set(at(clock)),
		/** Who comes: somebody else at the beginning of each test. */
		get person() {
			return person;
		},
		async nextPerson() {
			platform.clock.set(start);
			person = await addDeclared(platform, newPhone());
		},
		/** What a client sends of the person. */
		told,
		goIn: async (change: object = {}, by: SignedIn = person) =>
			call(platform, checkIn, await by.caller(), told(change)),
		goOut: async (change: object = {}, by: SignedIn = person) =>
			call(platform, checkOut, await by.caller(), told(change)),
		/** The person's visits as they are stored. */
		visits: () =>
			platform.db.rows(sql<{
				entered_at: Date;
				left_at: Date | null;
				left_known: number;
				verdict: number;
				skew_seconds: number;
				noted_by: number;
				gate: number;
			}>`
				select entered_at, left_at, left_known, verdict, skew_seconds, noted_by, gate from visits.visit
				where person_id = ${person.personId} order by entered_at`),
	};
}
export type Door = Awaited<ReturnType<typeof openDoor>>;
