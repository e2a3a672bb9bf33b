import type { Module } from '#platform/module';
import { confirm } from './confirm.ts';
import { exportResponse } from './export-response.ts';
import { get } from './get.ts';
import { getMine } from './get-mine.ts';
import { getStanding } from './get-standing.ts';
import { issueCode } from './issue-code.ts';
import { jobs, prepareDays } from './jobs.ts';
import { publicKeys } from './public-keys.ts';
import { insertFirstRetention } from './queries-days.ts';
import { prepareRules } from './rules.ts';
import { setForm } from './set-form.ts';
import { submit } from './submit.ts';
import { submitForVisitor } from './submit-for-visitor.ts';

export { declareForKnown, listDeclaredAt } from './declare-known.ts';
export { reasonTexts } from './rules.ts';
export { AnswerInput, Level, Reasons } from './shapes.ts';
export { publicKeyOf, signerOf } from './signer.ts';
export { listStandings, listStandingsAtDoor, type Standing } from './standings.ts';
export { confirm, exportResponse, get, getMine, getStanding, issueCode, publicKeys, setForm, submit, submitForVisitor };

export const declarations: Module = {
	name: 'declarations',
	operations: [
		...[submit, submitForVisitor, confirm, getMine, get, exportResponse, getStanding, issueCode, publicKeys, setForm],
	],
	jobs,
	prepare: async ({ db, clock }) => {
		await prepareRules(db);
		await db.run(insertFirstRetention(clock.now()));
		await prepareDays(db, clock.now());
	},
};
