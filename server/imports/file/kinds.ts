import Type, { type Static } from 'typebox';

/** What the rows of a file are. */
export const Kind = Type.Union([
	Type.Literal('cases', { description: 'A line list: a row for each case' }),
	Type.Literal('contacts', { description: 'A row for each person who met a case' }),
	Type.Literal('links', { description: 'A row for each infection: who infected whom' }),
	Type.Literal('tests', { description: 'A row for each laboratory test' }),
	Type.Literal('follow-ups', { description: 'A row for each visit to somebody who is followed' }),
]);
export type Kind = Static<typeof Kind>;
