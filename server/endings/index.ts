import { onClosed } from '#cases';
import type { Module } from '#platform/module';
import { checkCertificate } from './check-certificate.ts';
import { countDue } from './count-due.ts';
import { decide } from './decide.ts';
import { decideAll } from './decide-all.ts';
import { getBatch } from './get-batch.ts';
import { getCertificate } from './get-certificate.ts';
import { getTemplate } from './get-template.ts';
import { jobs } from './jobs.ts';
import { proposeDue } from './keep-due.ts';
import { listDue } from './list-due.ts';
import { listGroundless } from './list-groundless.ts';
import { listMine } from './list-mine.ts';
import { makeCertificate } from './make-certificate.ts';
import { noteGroundless } from './note-groundless.ts';
import { revokeCertificate } from './revoke-certificate.ts';
import { setTemplate } from './set-template.ts';
import { settleGroundless } from './settle-groundless.ts';
import { ensureTemplate } from './template.ts';
import { verify } from './verify.ts';

export { proposeDue } from './keep-due.ts';
export {
	checkCertificate,
	countDue,
	decide,
	decideAll,
	getBatch,
	getCertificate,
	getTemplate,
	listDue,
	listGroundless,
	listMine,
	makeCertificate,
	revokeCertificate,
	setTemplate,
	settleGroundless,
	verify,
};

onClosed(noteGroundless);

export const endings: Module = {
	name: 'endings',
	operations: [
		...[listDue, countDue, decide, decideAll, getBatch, listGroundless, settleGroundless],
		...[makeCertificate, getCertificate, revokeCertificate, listMine, verify, checkCertificate],
		...[getTemplate, setTemplate],
	],
	jobs,
	prepare: async ({ db, clock }) => {
		await ensureTemplate(db);
		await proposeDue(db, clock.now());
	},
};
