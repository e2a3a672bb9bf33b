import { error } from '@sveltejs/kit';
import { exportFaults, exportFaultyRows, exportPlaces } from '#registrations';
import { askOrShow } from '#web/server/ask.ts';
import { fileResponse } from '#web/server/file-response.ts';
import type { RequestHandler } from './$types';

const files = { faults: exportFaults, rows: exportFaultyRows, places: exportPlaces };

/** A table of a registration: what is to be mended, the rows to mend, or the places with their codes. */
export const GET: RequestHandler = async (event) => {
	const operation = Object.hasOwn(files, event.params.file)
		? files[event.params.file as keyof typeof files]
		: undefined;
	if (!operation) error(404);
	const { csv, mediaType, fileName } = await askOrShow(event, operation, { registration: event.params.id });
	return fileResponse({ content: csv, mediaType, fileName });
};
