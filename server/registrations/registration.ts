import Type, { type Static } from 'typebox';
import { type Actor, actorId, rolesOf } from '#platform/actor';
import type { Db } from '#platform/db';
import { Id } from '#platform/ids';
import { role, type Who } from '#platform/who';
import { keptMilliseconds } from './keep.ts';
import { type RegistrationRow, selectRegistration } from './queries.ts';
import { selectRegisteredPlaces } from './queries-places.ts';

const Moment = Type.String({ format: 'date-time' });

export const Registration = Type.Object({
	registration: Id,
	state: Type.Union([
		Type.Literal('checked'),
		Type.Literal('running'),
		Type.Literal('done'),
		Type.Literal('cancelled'),
	]),
	rows: Type.Object({
		total: Type.Integer(),
		good: Type.Integer({ description: 'To be registered, or registered already' }),
		faulty: Type.Integer({ description: 'To be mended' }),
		known: Type.Integer({ description: 'Their own code was registered before' }),
		registered: Type.Integer(),
	}),
	notes: Type.Integer({ description: 'Cells that were understood in a way worth a look' }),
	ignoredColumns: Type.Array(Type.String()),
	madeAt: Moment,
	finishedAt: Type.Optional(Moment),
	rowsKeptUntil: Type.Optional(Moment),
});

export const toRegistration = (row: RegistrationRow): Static<typeof Registration> => ({
	registration: row.registration_id,
	state: row.state,
	rows: {
		total: row.rows_total,
		good: row.rows_good,
		faulty: row.rows_faulty,
		known: row.rows_known,
		registered: row.rows_registered,
	},
	notes: row.notes,
	ignoredColumns: row.ignored_columns,
	madeAt: row.made_at.toISOString(),
	...(row.finished_at ? { finishedAt: row.finished_at.toISOString() } : {}),
	...(row.rows_dropped_at ? {} : { rowsKeptUntil: new Date(row.made_at.getTime() + keptMilliseconds).toISOString() }),
});

const registering = ['registrar', 'health-officer', 'administrator'];

/** A chain with the right to, and officers: each in their areas. */
export const whoRegisters: Who = role(registering);

/** The areas in which an actor may register places; none: everywhere. */
export function reachOf(actor: Actor): string[] {
	const areas = rolesOf(actor)
		.filter(({ name, place }) => registering.includes(name) && place === undefined)
		.map(({ area }) => area);
	return areas.includes(undefined) ? [] : areas.filter((area) => area !== undefined);
}

/** Only whoever sent the file. */
export const whoMade: Who<{ registration: string }> = {
	words: 'whoever sent the file',
	allows: ({ actor, db, input }) => isRegistrationOf(db, input.registration, actorId(actor)),
};

export async function isRegistrationOf(db: Db, registrationId: string, id: string | undefined): Promise<boolean> {
	const row = await db.find(selectRegistration(registrationId));
	return row !== undefined && row.made_by === id;
}

/** The places a registration has made so far, in the order of its rows. */
export async function listRegisteredPlaces(db: Db, registrationId: string): Promise<string[]> {
	return (await db.rows(selectRegisteredPlaces(registrationId))).map(({ place_id }) => place_id);
}
