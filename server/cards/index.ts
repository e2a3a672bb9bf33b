import type { Module } from '#platform/module';
import { declareGroup } from './declare-group.ts';
import { findNumber } from './find-number.ts';
import { getNumber } from './get-number.ts';
import { importIssuers } from './import-issuers.ts';
import { issueSheet } from './issue-sheet.ts';
import { jobs } from './jobs.ts';
import { listCards } from './list-cards.ts';
import { listDeclared } from './list-declared.ts';
import { listMine } from './list-mine.ts';
import { printCards } from './print-cards.ts';
import { replaceCard } from './replace-card.ts';
import { revokeCodes } from './revoke-codes.ts';

export { listTrustedIssuers } from './issuers.ts';
export { findPersonByNumber } from './numbers.ts';
export { cardOf, listMembers, listRevocations } from './revocations.ts';
export {
	declareGroup,
	findNumber,
	getNumber,
	importIssuers,
	issueSheet,
	listCards,
	listDeclared,
	listMine,
	printCards,
	replaceCard,
	revokeCodes,
};

export const cards: Module = {
	name: 'cards',
	operations: [
		...[issueSheet, listCards, printCards, replaceCard, listMine, revokeCodes],
		...[declareGroup, listDeclared],
		...[getNumber, findNumber, importIssuers],
	],
	jobs,
};
