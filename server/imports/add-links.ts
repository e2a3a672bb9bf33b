import type { Static } from 'typebox';
import { addLinks, type LinkKind, type NewLink } from '#chains';
import type { Added, Adding } from './adding.ts';
import { idsOf } from './file/fit-row.ts';
import type { Entry } from './file/read-row.ts';
import { findKnown } from './known.ts';
import { selectCasesOf } from './queries-rows.ts';

/** Adds who infected whom, of rows of links or of cases that name their infectors. */
export async function addLinkRows(adding: Adding, entries: readonly Entry[]): Promise<Added> {
	const { db, row, scope, now } = adding;
	const infecteeOf = ({ externalId, values }: Entry) => values.infecteeId ?? externalId;
	const wanted = entries.flatMap((entry) =>
		idsOf(entry.values.infectorId).map((infector) => ({ entry, infector, infectee: infecteeOf(entry) })),
	);
	const ids = wanted.flatMap(({ infector, infectee }) => [infector, infectee]);
	const known = await findKnown(adding, scope, ids);
	const caseIds = [...known.values()].flatMap(({ caseId }) => caseId ?? []);
	const rows = new Map((await db.rows(selectCasesOf(caseIds))).map((one) => [one.case_id, one]));
	const caseOf = (id: string) => {
		const found = rows.get(known.get(id)?.caseId ?? '');
		return found?.disease === row.disease ? found : undefined;
	};
	const joined = wanted.flatMap(({ entry, infector, infectee }) => {
		const [from, to] = [caseOf(infector), caseOf(infectee)];
		return from && to ? [{ entry, from, to }] : [];
	});
	const outcomes = await addLinks(
		{ db, now, by: row.sent_by },
		row.disease,
		joined.map(({ entry, from, to }) => toLink(entry, from.case_id, to.case_id, adding)),
	);
	const lost = new Set(wanted.map(({ entry }) => entry.number));
	for (const [index, { entry }] of joined.entries())
		if (outcomes[index] === 'added' || outcomes[index] === 'known') lost.delete(entry.number);
	const added = outcomes.filter((one) => one === 'added').length;
	return {
		...{ added, known: outcomes.filter((one) => one === 'known').length, links: added, refused: [...lost] },
		persons: [...new Set(joined.flatMap(({ from, to }) => [from.person_id, to.person_id]))],
	};
}

function toLink({ values }: Entry, infectorId: string, infecteeId: string, { mapping }: Adding): NewLink {
	return {
		...{ infectorId, infecteeId },
		kind: (values.certainty ?? mapping.certainty) as Static<typeof LinkKind>,
		...(values.contactOn ? { contactOn: values.contactOn } : {}),
		...(values.relation ? { relation: values.relation } : {}),
		...(values.setting ? { setting: values.setting } : {}),
	};
}
