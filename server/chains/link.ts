import Type, { type Static } from 'typebox';
import type { LinkFault } from '#shared/epi/link-dates';

/** How sure it is that one infected the other, the surest first. */
export const kinds = ['confirmed', 'probable', 'possible'] as const;

/** What the infector is to the infected. */
export const relations = [
	...[
		'household',
		'relative',
		'friend',
		'work',
		'school',
		'neighbour',
		'health-care',
		'customer',
		'stranger',
		'unknown',
	],
] as const;

/** Where the one infected the other. */
export const settings = [
	...['home', 'work', 'school', 'health-care', 'transport', 'shop', 'food-drink', 'worship', 'event', 'unknown'],
] as const;

const oneOf = <Name extends string>(names: readonly Name[]) =>
	Type.Unsafe<Name>(Type.Union(names.map((name) => Type.Literal(name))));

export const Kind = oneOf(kinds);
export type Kind = Static<typeof Kind>;
export const Relation = oneOf(relations);
export const Setting = oneOf(settings);
export const Day = Type.String({ format: 'date', description: 'A day in Viet Nam' });
export const Words = Type.Object({ vi: Type.String(), en: Type.String() });

/** Links at least as sure as this one. */
export const asSureAs = (least: Kind): Kind[] => kinds.slice(0, kinds.indexOf(least) + 1);

/** What cannot be by the dates of a link, or only with a wrong one. */
export const Fault = oneOf<LinkFault>([
	'onset-too-early',
	'contact-outside-window',
	'contact-after-onset',
	'incubation-too-long',
]);
