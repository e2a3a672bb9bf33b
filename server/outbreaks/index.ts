import type { Module } from '#platform/module';
import { change } from './change.ts';
import { declare } from './declare.ts';
import { draftNoticeOperation } from './draft-notice.ts';
import { end } from './end.ts';
import { get } from './get.ts';
import { list } from './list.ts';
import { listTemplates } from './list-templates.ts';
import { ensureTemplates } from './notice.ts';
import { publish } from './publish.ts';
import { setTemplate } from './set-template.ts';

export { fillExample, templateWords } from './notice.ts';
export { checkBelongs, getOutbreakRow, type Outbreak, readOutbreakNames } from './outbreak.ts';
export { officerOfOutbreak } from './reach.ts';
export {
	change as changeOutbreak,
	declare as declareOutbreak,
	draftNoticeOperation as draftNotice,
	end as endOutbreak,
	get as getOutbreak,
	list as listOutbreaks,
	listTemplates,
	publish as publishNotice,
	setTemplate,
};

export const outbreaks: Module = {
	name: 'outbreaks',
	operations: [declare, change, end, get, list, draftNoticeOperation, publish, listTemplates, setTemplate],
	prepare: ({ db }) => ensureTemplates(db),
};
