import type { Module } from '#platform/module';
import { checkCertificate } from './check-certificate.ts';
import { getCertificate } from './get-certificate.ts';
import { getTemplate } from './get-template.ts';
import { listMine } from './list-mine.ts';
import { makeCertificate } from './make-certificate.ts';
import { revokeCertificate } from './revoke-certificate.ts';
import { setTemplate } from './set-template.ts';
import { ensureTemplate } from './template.ts';
import { verify } from './verify.ts';

export { type Completed, issueCertificates } from './issue.ts';
export {
	checkCertificate,
	getCertificate,
	getTemplate,
	listMine,
	makeCertificate,
	revokeCertificate,
	setTemplate,
	verify,
};

export const certificates: Module = {
	name: 'certificates',
	operations: [
		...[makeCertificate, getCertificate, revokeCertificate, listMine, verify, checkCertificate],
		...[getTemplate, setTemplate],
	],
	prepare: ({ db }) => ensureTemplate(db),
};
