import type { Module } from '#platform/module';
import { addController } from './add-controller.ts';
import { addGate } from './add-gate.ts';
import { changePlace } from './change-place.ts';
import { closeGate } from './close-gate.ts';
import { closePlace } from './close-place.ts';
import { explainCode } from './explain-code.ts';
import { getPlace } from './get-place.ts';
import { getPlaceForManager } from './get-place-for-manager.ts';
import { importOldCodes } from './import-old-codes.ts';
import { listControllers } from './list-controllers.ts';
import { listMyPlaces } from './list-my-places.ts';
import { listPlaceTypes, listTypes } from './list-types.ts';
import { firstPlaceTypes } from './place-types.ts';
import { insertPlaceTypes } from './queries.ts';
import { registerPlace } from './register-place.ts';
import { removeController } from './remove-controller.ts';
import { retireCode } from './retire-code.ts';

export { attending, managing, readText, Written } from './fields.ts';
export { findPlaceByOldCode } from './find-old-code.ts';
export { type FoundPlace, findPlaceByCode } from './find-place.ts';
export { listGates } from './gates.ts';
export { ensureImportedPlaces } from './import-places.ts';
export { countOpenGates, listOpenGates } from './list-open-gates.ts';
export { getPlaces, holdPlace, type Place } from './place.ts';
export { firstPlaceTypes } from './place-types.ts';
export { type NewPlace, registerPlaces } from './register-places.ts';
export {
	addController,
	addGate,
	changePlace,
	closeGate,
	closePlace,
	explainCode,
	getPlace,
	getPlaceForManager,
	importOldCodes,
	listControllers,
	listMyPlaces,
	listPlaceTypes,
	listTypes,
	registerPlace,
	removeController,
	retireCode,
};

export const places: Module = {
	name: 'places',
	operations: [
		...[registerPlace, changePlace, closePlace, listMyPlaces, listTypes, getPlace, getPlaceForManager],
		...[addGate, closeGate, retireCode, addController, removeController, listControllers],
		...[explainCode, importOldCodes],
	],
	prepare: async ({ db }) => void (await db.run(insertPlaceTypes(firstPlaceTypes))),
};
