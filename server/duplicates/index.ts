import type { Module } from '#platform/module';
import { compare } from './compare.ts';
import { dismiss } from './dismiss.ts';
import { get } from './get.ts';
import { jobs } from './jobs.ts';
import { list } from './list.ts';
import { merge } from './merge.ts';
import { undo } from './undo.ts';

export {
	compare as comparePair,
	dismiss as dismissPair,
	get as getPair,
	list as listPairs,
	merge as mergePair,
	undo as undoMerge,
};

export const duplicates: Module = { name: 'duplicates', operations: [list, get, compare, merge, undo, dismiss], jobs };
