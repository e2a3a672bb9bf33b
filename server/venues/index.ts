import type { Module } from '#platform/module';
import { listMine } from './list-mine.ts';
import { listNotices } from './list-notices.ts';
import { listPublished } from './list-published.ts';
import { proposeNotice } from './propose-notice.ts';
import { publishNotice } from './publish-notice.ts';
import { withdrawNotice } from './withdraw-notice.ts';

export { listMine, listNotices, listPublished, proposeNotice, publishNotice, withdrawNotice };

export const venues: Module = {
	name: 'venues',
	operations: [proposeNotice, publishNotice, withdrawNotice, listNotices, listPublished, listMine],
};
