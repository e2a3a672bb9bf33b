import type { Module } from '#platform/module';
import { change } from './change.ts';
import { getBundle } from './get-bundle.ts';
import { jobs } from './jobs.ts';
import { list } from './list.ts';
import { lookUpCard } from './look-up-card.ts';
import { pair } from './pair.ts';
import { recordCards } from './record-cards.ts';
import { recordScans } from './record-scans.ts';
import { revoke } from './revoke.ts';
import { ensureSealKey } from './seal-keys.ts';
import { startPairing } from './start-pairing.ts';

export { isDeviceToken, resolveDevice } from './resolve-device.ts';
export { change, getBundle, list, lookUpCard, pair, recordCards, recordScans, revoke, startPairing };

export const devices: Module = {
	name: 'devices',
	operations: [startPairing, pair, list, change, revoke, getBundle, recordScans, lookUpCard, recordCards],
	jobs,
	prepare: ({ keys, db, clock }) => ensureSealKey({ keys, db }, clock.now()),
};
