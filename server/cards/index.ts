import type { Module } from '#platform/module';
import { findNumber } from './find-number.ts';
import { getNumber } from './get-number.ts';
import { importIssuers } from './import-issuers.ts';
import { issueSheet } from './issue-sheet.ts';
import { jobs } from './jobs.ts';
import { listCards } from './list-cards.ts';
import { listMine } from './list-mine.ts';
import { printCards } from './print-cards.ts';
import { replaceCard } from './replace-card.ts';
import { revokeCodes } from './revoke-codes.ts';

export { listTrustedIssuers } from './issuers.ts';
export { findPersonByNumber } from './numbers.ts';
export { cardOf, listMembers, listRevocations } from './revocations.ts';
export { findNumber, getNumber, importIssuers, issueSheet, listCards, listMine, printCards, replaceCard, revokeCodes };

export const cards: Module = {
	name: 'cards',
	operations: [
		...[issueSheet, listCards, printCards, replaceCard, listMine, revokeCodes],
		...[getNumber, findNumber, importIssuers],
	],
	jobs,
};
