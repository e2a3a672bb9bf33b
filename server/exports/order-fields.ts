import Type, { type Static } from 'typebox';

/** What leaves: a line list of cases, the people they met, or what those report each day. */
export const Subject = Type.Union([Type.Literal('cases'), Type.Literal('contacts'), Type.Literal('follow-up')]);
export type Subject = Static<typeof Subject>;

export const Format = Type.Union([
	Type.Literal('csv'),
	Type.Literal('xlsx'),
	Type.Literal('geojson', { description: 'Numbers by area, nobody in particular' }),
	Type.Literal('fhir', { description: 'A FHIR R4 Bundle' }),
	Type.Literal('go-data', { description: 'CSV with the columns of Go.Data' }),
]);
export type Format = Static<typeof Format>;

export const Names = Type.Union([Type.Literal('masked'), Type.Literal('revealed')]);
export type Names = Static<typeof Names>;

export const Layout = Type.Union([Type.Literal('long'), Type.Literal('wide')], {
	description: 'Of a follow-up as a table: a row for each day, or a column',
});
export type Layout = Static<typeof Layout>;

export const Moment = Type.String({ format: 'date-time' });
