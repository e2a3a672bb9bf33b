import type { Module } from '#platform/module';
import { ensureTemplates } from './form.ts';
import { listPapers } from './list-papers.ts';
import { listTemplates } from './list-templates.ts';
import { makePaper } from './make-paper.ts';
import { setTemplate } from './set-template.ts';

export { fillExample } from './form.ts';
export { listPapers, listTemplates, makePaper, setTemplate };

export const papers: Module = {
	name: 'papers',
	operations: [listPapers, makePaper, listTemplates, setTemplate],
	prepare: ({ db }) => ensureTemplates(db),
};
