import { anywhereProblems } from './problems/anywhere.ts';
import { authorityProblems } from './problems/authority.ts';
import { contactsProblems } from './problems/contacts.ts';
import { declarationsProblems } from './problems/declarations.ts';
import { gateProblems } from './problems/gate.ts';
import { identityProblems } from './problems/identity.ts';
import { placesProblems } from './problems/places.ts';
import type { ProblemWords } from './problems/problem-words.ts';
import { tablesProblems } from './problems/tables.ts';

/** Everything that can go wrong for a person, with words for them. */
export const problems = {
	...anywhereProblems,
	...identityProblems,
	...placesProblems,
	...declarationsProblems,
	...tablesProblems,
	...gateProblems,
	...authorityProblems,
	...contactsProblems,
} satisfies Record<string, ProblemWords>;

export type ProblemCode = keyof typeof problems;
