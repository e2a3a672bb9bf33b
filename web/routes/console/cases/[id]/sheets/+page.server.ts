import { getCase } from '#cases';
import { listRecorded } from '#contacts';
import { listDiseases } from '#diseases';
import { readSheets } from '#exports';
import { Problem } from '#platform/problem';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { caseFaults } from '#web/ui/case-words.ts';
import type { Actions, PageServerLoad } from './$types';

const shownMax = 50;

/** Those a tracer would go to: who is confirmed, then who waits for review; of each, most minutes first. */
export const load: PageServerLoad = async (event) => {
	const caseId = event.params.id;
	const one = await askOrShow(event, getCase, { caseId });
	const [confirmed, found] = await Promise.all(
		(['confirmed', 'found'] as const).map((state) =>
			askOrShow(event, listRecorded, { caseId, state, limit: shownMax }),
		),
	);
	const contacts = [...confirmed!.contacts, ...found!.contacts];
	const hasMore = contacts.length > shownMax || [confirmed, found].some((one) => one!.nextCursor !== undefined);
	return { caseId, name: one.maskedName ?? '', hasMore, contacts: contacts.slice(0, shownMax) };
};

export const actions: Actions = {
	default: async (event) => {
		const posted = await event.request.formData();
		const contactIds = [...new Set(posted.getAll('contact').map(String))].slice(0, shownMax);
		const names = posted.get('names') === 'revealed' ? ('revealed' as const) : ('masked' as const);
		const purpose = String(posted.get('purpose') ?? '').slice(0, 1_000);
		const isList = posted.get('layout') === 'list';
		const values = { contactIds, names, purpose, layout: isList ? 'list' : 'page' };
		return askOrReturn(
			event,
			values,
			async () => {
				if (!contactIds.length) throw new Problem('invalid-input', { field: 'contact' });
				const read = await ask(event, readSheets, { caseId: event.params.id, contactIds, names, purpose });
				const { diseases } = await ask(event, listDiseases, {});
				// The sheet is in Vietnamese, whoever prints it.
				const disease = diseases.find((one) => one.disease === read.disease)?.name.vi ?? read.disease;
				return { printed: { ...read, disease, isList } };
			},
			{ ...caseFaults, contact: { vi: 'Hãy chọn ít nhất một người', en: 'Choose somebody' } },
		);
	},
};
