import type { Module } from '#platform/module';
import { getBulletin } from './get-bulletin.ts';
import { jobs } from './jobs.ts';
import { listBulletins } from './list-bulletins.ts';
import { printBulletin } from './print-bulletin.ts';

export { lines as bulletinLines } from './bulletin.ts';
export { writeBulletins } from './write-bulletins.ts';
export { getBulletin, listBulletins, printBulletin };

export const bulletins: Module = {
	name: 'bulletins',
	operations: [getBulletin, listBulletins, printBulletin],
	jobs,
};
