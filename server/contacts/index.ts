import { onClosed } from '#cases';
import type { Module } from '#platform/module';
import { approveList } from './approve-list.ts';
import { endFollowing } from './end-following.ts';
import { expand } from './expand.ts';
import { exportContacts } from './export-contacts.ts';
import { findContacts } from './find-contacts.ts';
import { jobs } from './jobs.ts';
import { listContacts } from './list-contacts.ts';
import { listRecorded } from './list-recorded.ts';
import { listRequests } from './list-requests.ts';
import { insertFirstListRule } from './queries-lists.ts';
import { recordFound } from './record-found.ts';
import { requestList } from './request-list.ts';
import { revealContact } from './reveal-contact.ts';
import { review } from './review.ts';
import { undoReview } from './undo-review.ts';

export { type ConfirmedContact, listConfirmed } from './confirmed.ts';
export { followUpOf } from './follow-up.ts';
export { addImported, type ImportedContact } from './imported.ts';
export { peopleMax } from './list-approval.ts';
export { addTold } from './told.ts';
export {
	approveList,
	expand,
	exportContacts,
	findContacts,
	listContacts,
	listRecorded,
	listRequests,
	recordFound,
	requestList,
	revealContact,
	review,
	undoReview,
};

// Nobody is followed for a case that was none.
onClosed(endFollowing);

export const contacts: Module = {
	name: 'contacts',
	operations: [
		...[findContacts, listContacts, revealContact, exportContacts, requestList, approveList, listRequests],
		...[recordFound, expand, listRecorded, review, undoReview],
	],
	jobs,
	prepare: async ({ db, clock }) => void (await db.run(insertFirstListRule(clock.now()))),
};
