import type { Module } from '#platform/module';
import { deleteView } from './delete.ts';
import { list } from './list.ts';
import { save } from './save.ts';

export { deleteView, list as listViews, save as saveView };

export const views: Module = { name: 'views', operations: [save, list, deleteView] };
