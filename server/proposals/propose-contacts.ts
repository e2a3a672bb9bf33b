import Type from 'typebox';
import { listConfirmed } from '#contacts';
import { getRegime } from '#diseases';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { addProposals } from './add-proposals.ts';
import { ProposedList, toProposedList, wantedFields } from './fields.ts';
import { selectCase, selectHomes } from './queries.ts';
import { officerOfCase } from './reach.ts';

/** A page of contacts at a time: a case may have thousands. */
const contactsMax = 500;

export const proposeContacts = operation({
	name: 'proposals.propose-contacts',
	summary: {
		vi: 'Đề nghị cách ly những người tiếp xúc đã xác nhận của một ca; mỗi người ở danh sách của nơi mình ở',
		en: 'Proposes the confirmed contacts of a case for isolation, each on the list of the commune they live in',
	},
	who: officerOfCase,
	input: Type.Object(
		{
			caseId: Id,
			levelMax: Type.Integer({ minimum: 1, maximum: 3, description: '1: only those who met the case itself' }),
			after: Type.Optional({ ...Id, description: 'Continues where the answer before ended (`next`)' }),
			...wantedFields,
		},
		{ additionalProperties: false },
	),
	output: ProposedList,
	personal: 'changes',
	purpose: ({ reason }) => reason,
	caseId: ({ caseId }) => caseId,
	run: async (context, { caseId, levelMax, after, regime: regimeName, knownAt, ...wanted }) => {
		const { db, now, about } = context;
		const found = await db.find(selectCase(caseId));
		if (!found) throw new Problem('not-found', { field: 'caseId' });
		const regime = await getRegime(db, regimeName, now);
		const page = await listConfirmed(db, caseId, { ...(after ? { after } : {}), limit: contactsMax });
		const persons = [...new Set(page.filter(({ level }) => level <= levelMax).map(({ personId }) => personId))];
		about(...persons);
		const homes = new Map((await db.rows(selectHomes(persons))).map((row) => [row.person_id, row.path]));
		const proposed = await addProposals(
			context,
			persons.map((personId) => ({ personId, areaPath: homes.get(personId) ?? found.area_path })),
			{
				...{ ...wanted, regime, disease: regime.disease, cause: 'contact', caseId },
				...(knownAt ? { knownAt: new Date(knownAt) } : {}),
			},
		);
		return toProposedList(proposed, page.length === contactsMax ? page.at(-1)!.contactId : undefined);
	},
});
