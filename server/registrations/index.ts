import type { Module } from '#platform/module';
import { appointRegistrar } from './appoint-registrar.ts';
import { cancel } from './cancel.ts';
import { check, fileBytesMax } from './check.ts';
import { dismissRegistrar } from './dismiss-registrar.ts';
import { exportFaults } from './export-faults.ts';
import { exportFaultyRows } from './export-faulty-rows.ts';
import { exportPlaces } from './export-places.ts';
import { get } from './get.ts';
import { jobs } from './jobs.ts';
import { list } from './list.ts';
import { listFaults } from './list-faults.ts';
import { listRegistrars } from './list-registrars.ts';
import { makeTemplate } from './make-template.ts';
import { start } from './start.ts';

export { isRegistrationOf, listRegisteredPlaces } from './registration.ts';
export {
	appointRegistrar,
	cancel,
	check,
	dismissRegistrar,
	exportFaults,
	exportFaultyRows,
	exportPlaces,
	fileBytesMax,
	get,
	list,
	listFaults,
	listRegistrars,
	makeTemplate,
	start,
};

export const registrations: Module = {
	name: 'registrations',
	operations: [
		...[makeTemplate, check, start, get, list, cancel, listFaults, exportFaults, exportFaultyRows, exportPlaces],
		...[appointRegistrar, dismissRegistrar, listRegistrars],
	],
	jobs,
};
