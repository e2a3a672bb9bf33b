import { onClosed } from '#cases';
import type { Module } from '#platform/module';
import { endFollowing } from './end-following.ts';
import { expand } from './expand.ts';
import { findContacts } from './find-contacts.ts';
import { jobs } from './jobs.ts';
import { listContacts } from './list-contacts.ts';
import { listRecorded } from './list-recorded.ts';
import { recordFound } from './record-found.ts';
import { revealContact } from './reveal-contact.ts';
import { review } from './review.ts';
import { undoReview } from './undo-review.ts';

export { type ConfirmedContact, listConfirmed } from './confirmed.ts';
export { followUpOf } from './follow-up.ts';
export { addImported, type ImportedContact } from './imported.ts';
export { addTold } from './told.ts';
export { expand, findContacts, listContacts, listRecorded, recordFound, revealContact, review, undoReview };

// Nobody is followed for a case that was none.
onClosed(endFollowing);

export const contacts: Module = {
	name: 'contacts',
	operations: [
		...[findContacts, listContacts, revealContact],
		...[recordFound, expand, listRecorded, review, undoReview],
	],
	jobs,
};
