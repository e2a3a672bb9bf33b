import type { Job } from './jobs.ts';
import type { Operation } from './operation.ts';
import type { Platform } from './platform.ts';

/** A part of the domain as the rest of the server sees it. */
export interface Module {
	name: string;
	operations: readonly Operation[];
	jobs?: readonly Job[];
	/** Makes sure the data the module cannot do without is there (units, place types, forms, rules). Runs at every start. */
	prepare?(platform: Platform): Promise<void>;
}
