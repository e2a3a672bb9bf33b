import Type, { type Static } from 'typebox';
import { countOpenGates } from '#places';
import { type Actor, actorId, rolesOf } from '#platform/actor';
import type { Db } from '#platform/db';
import { Id, newId } from '#platform/ids';
import { enqueue } from '#platform/jobs';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import type { Who } from '#platform/who';
import { isRegistrationOf, listRegisteredPlaces } from '#registrations';
import { Format } from './fields.ts';
import { insertPrint } from './queries.ts';
import { readSeatLabels } from './seat-labels.ts';

const placesMax = 10_000;
const signsMax = 20_000;

const Input = Type.Object(
	{
		places: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: placesMax, uniqueItems: true })),
		registration: Type.Optional(Id),
		format: Format,
		copies: Type.Optional(Type.Integer({ minimum: 1, maximum: 24, description: 'How many of each' })),
		seats: Type.Optional(
			Type.String({ maxLength: 6_000, description: 'A sticker for each seat: `1-45`, `1A-12D`, or names' }),
		),
	},
	{ additionalProperties: false },
);

/** Whoever manages or attends all the places, or made the registration. */
const whoPrints: Who<Static<typeof Input>> = {
	words: 'whoever manages or attends all the places, or made the registration',
	allows: async ({ actor, db, input }) => {
		if (input.registration && !(await isRegistrationOf(db, input.registration, actorId(actor)))) return false;
		return actorId(actor) !== undefined && (input.places ?? []).every(isHeldBy(actor));
	},
};

function isHeldBy(actor: Actor): (place: string) => boolean {
	const held = rolesOf(actor).filter(({ name }) => ['manager', 'controller', 'administrator'].includes(name));
	const places = new Set(held.map(({ place }) => place));
	return (place) => places.has(place) || held.some(({ name }) => name === 'administrator');
}

export const orderPrint = operation({
	name: 'posters.order-print',
	summary: {
		vi: 'Đặt vẽ áp phích, thẻ để bàn hay nhãn dán của nhiều địa điểm thành một tệp PDF',
		en: 'Orders the posters, table tents or stickers of many places as one PDF',
	},
	who: whoPrints,
	input: Input,
	output: Type.Object({ print: Id, signs: Type.Integer({ description: 'Posters or stickers to be drawn' }) }),
	personal: 'none',
	limits: [{ what: 'person', by: (_input, { actor }) => actorId(actor) ?? '', limit: { count: 60, seconds: 86_400 } }],
	run: async ({ db, now, caller }, { places, registration, format, copies = 1, seats: written }) => {
		const seats = written === undefined ? [] : readSeatLabels(written);
		if (seats.length && !format.startsWith('stickers')) throw new Problem('invalid-input', { field: 'format' });
		const placeIds = await choosePlaces(db, places, registration);
		const signs = (await countOpenGates(db, placeIds)) * Math.max(1, seats.length) * copies;
		if (!signs) throw new Problem('invalid-input', { field: 'places' });
		if (signs > signsMax) throw new Problem('print-too-large', { values: { signs, max: signsMax } });
		const printId = newId();
		const orderedBy = actorId(caller.actor)!;
		await db.run(insertPrint({ printId, orderedBy, format, seats, copies, placeIds, signs, now }));
		await enqueue(db, { job: 'posters.draw-print', payload: { print: printId }, key: printId });
		return { print: printId, signs };
	},
});

async function choosePlaces(db: Db, places: string[] = [], registration: string | undefined): Promise<string[]> {
	const registered = registration ? await listRegisteredPlaces(db, registration) : [];
	return [...new Set([...places, ...registered])];
}
