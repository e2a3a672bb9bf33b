import Type, { type Static } from 'typebox';

/** What a tracer made of a contact; `found` until somebody did. */
export const ContactState = Type.Union([
	Type.Literal('found'),
	Type.Literal('confirmed'),
	Type.Literal('downgraded'),
	Type.Literal('dismissed'),
]);
export type ContactState = Static<typeof ContactState>;

/** How somebody came onto the list. */
export const ContactOrigin = Type.Union([
	Type.Literal('visit'),
	Type.Literal('interview'),
	Type.Literal('import'),
	Type.Literal('proximity'),
]);
export type ContactOrigin = Static<typeof ContactOrigin>;
