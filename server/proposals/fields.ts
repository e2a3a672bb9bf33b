import Type from 'typebox';
import { RegimeName } from '#diseases';
import { Kind } from '#isolation';
import { Id } from '#platform/ids';
import type { Proposed } from './add-proposals.ts';

export const Moment = Type.String({ format: 'date-time' });
export const Day = Type.String({ format: 'date', description: 'A day in Viet Nam' });

export const Reason = Type.String({
	minLength: 5,
	maxLength: 500,
	description: 'Why; the person concerned will read it',
});

/** A list at a time. */
export const Proposals = Type.Array(Id, { minItems: 1, maxItems: 100, uniqueItems: true });

/** What is proposed of everybody on a list alike. */
export const wantedFields = {
	kind: Kind,
	regime: RegimeName,
	fromOn: Type.Optional({ ...Day, description: 'The first day; today, when not said' }),
	untilOn: Type.Optional({ ...Day, description: 'The last day, included; else what the regime says' }),
	knownAt: Type.Optional({ ...Moment, description: 'When the need was known: the clock of the list begins' }),
	hold: Type.Optional(
		Type.Object(
			{ isDoubled: Type.Boolean({ description: 'The station is overloaded: twice as long' }) },
			{ additionalProperties: false, description: 'They are kept where they are until it is decided' },
		),
	),
	reason: Reason,
};

export const ProposedList = Type.Object({
	proposed: Type.Array(
		Type.Object({
			person: Id,
			proposalId: Id,
			wasProposed: Type.Boolean({ description: 'It was proposed before and waits for a decision' }),
		}),
	),
	/** Where a list goes on: ask again with `after`. */
	next: Type.Optional(Id),
});

export const toProposedList = (proposed: Proposed[], next?: string) => ({ proposed, ...(next ? { next } : {}) });
