import type { Module } from '#platform/module';
import { declareCordon } from './declare-cordon.ts';
import { endCordon } from './end-cordon.ts';
import { listCordons } from './list-cordons.ts';
import { listPublic } from './list-public.ts';

export { type HomeCordon, listCordoned, listHomeCordons, readHomeCordons } from './home-cordons.ts';
export { declareCordon, endCordon, listCordons, listPublic };

export const zones: Module = {
	name: 'zones',
	operations: [declareCordon, endCordon, listCordons, listPublic],
};
