import { addImported, type ImportedContact } from '#contacts';
import type { Added, Adding } from './adding.ts';
import { idsOf } from './file/fit-row.ts';
import type { Entry } from './file/read-row.ts';
import { findKnown } from './known.ts';
import { findOrAddPeople } from './people.ts';

/** Adds who met a case. A person may have met several, in one row or in many. */
export async function addContactRows(adding: Adding, entries: readonly Entry[]): Promise<Added> {
	const { scope, mapping } = adding;
	const cases = await findKnown(
		adding,
		scope,
		entries.flatMap(({ values }) => idsOf(values.infectorId)),
	);
	const isMet = ({ values }: Entry) => idsOf(values.infectorId).every((id) => cases.get(id)?.caseId);
	const met = entries.filter(isMet);
	const known = await findOrAddPeople(adding, scope, met);
	const contacts = met.flatMap(({ externalId, values }): ImportedContact[] => {
		const lastOn = values.contactOn ?? mapping.contactOn!;
		const { personId } = known.get(externalId)!;
		return idsOf(values.infectorId).flatMap((id) => {
			const found = cases.get(id)!;
			// Nobody is a contact of themself.
			if (found.personId === personId) return [];
			return [{ caseId: found.caseId!, personId, firstOn: values.firstContactOn ?? lastOn, lastOn }];
		});
	});
	const added = await addImported(adding.db, contacts, adding.now);
	return {
		...{ added, known: Math.max(0, contacts.length - added), links: 0 },
		refused: entries.filter((entry) => !isMet(entry)).map(({ number }) => number),
		persons: [
			...new Set([...contacts.map(({ personId }) => personId), ...[...cases.values()].map((one) => one.personId)]),
		],
	};
}
