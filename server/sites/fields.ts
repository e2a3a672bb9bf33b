import Type, { type Static } from 'typebox';
import { Id } from '#platform/ids';

export const Words = Type.Object({ vi: Type.String(), en: Type.String() });
export const Moment = Type.String({ format: 'date-time' });
export const Sex = Type.Union([Type.Literal('any'), Type.Literal('female'), Type.Literal('male')], {
	description: 'Whom the room is for',
});
export type Sex = Static<typeof Sex>;
export const BedState = Type.Union([Type.Literal('usable'), Type.Literal('cleaning'), Type.Literal('broken')]);
export type BedState = Static<typeof BedState>;

/** A building, floor, room or bed as it is called there: `A`, `3`, `302`, `B1`. */
export const PartName = Type.String({ minLength: 1, maxLength: 40 });

/** Which bed somebody lies in. */
export const bedFields = { bedId: Id, building: PartName, floor: PartName, room: PartName, bed: PartName };

export const areaIdOf = (path: string): number => Number(path.split('.').at(-1));
