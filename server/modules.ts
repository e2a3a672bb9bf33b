import { areas } from '#areas';
import { audit } from '#audit';
import { cases } from '#cases';
import { declarations } from '#declarations';
import { forms } from '#forms';
import { identity } from '#identity';
import { notifications } from '#notifications';
import { places } from '#places';
import type { Module } from '#platform/module';
import { posters } from '#posters';
import { registrations } from '#registrations';
import { visits } from '#visits';

/** Every module, in the order in which they may know each other: each may import the front doors of those before it. */
export const modules: readonly Module[] = [
	areas,
	notifications,
	identity,
	forms,
	places,
	registrations,
	posters,
	declarations,
	visits,
	cases,
	audit,
];

export const operations = new Map(
	modules.flatMap((module) => module.operations.map((one) => [one.name, one] as const)),
);
