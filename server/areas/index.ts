import type { Module } from '#platform/module';
import { get } from './get.ts';
import { importAreas } from './import.ts';
import { listChildrenOperation } from './list-children.ts';
import { listPredecessors } from './list-predecessors.ts';
import { listSuccessors } from './list-successors.ts';
import { selectIsEmpty } from './queries.ts';
import { readPackage } from './read-package.ts';
import { search } from './search.ts';

export { type Area, nameOf } from './area.ts';
export { findArea, findAreaByCode, getAreas, listChildren } from './find-areas.ts';
export { type ImportReport, importAreaFile, importAreas } from './import.ts';
export { type NameFault, type NameReading, readAreaNames } from './read-names.ts';
export { readTable } from './read-table.ts';
export { search } from './search.ts';
export { listPredecessorAreas } from './succession.ts';

export const areas: Module = {
	name: 'areas',
	operations: [get, listChildrenOperation, listPredecessors, listSuccessors, search],
	prepare: async ({ db }) => {
		const { empty } = await db.one(selectIsEmpty());
		if (empty) await importAreas(db, readPackage());
	},
};
