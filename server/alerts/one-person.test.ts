import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { listCalls, noteCall } from '#calls';
import { addAlias, endAlias } from '#identity';
import { receiveReply, sendDue } from '#messages';
import { call } from '#platform/call';
import { newId } from '#platform/ids';
import { type Alerting, openAlerting } from '#test/alerting';
import { later } from '#test/tracing';
import { advance } from './advance.ts';
import { approveAlert, previewAlert, recallAlert, releaseStage } from './index.ts';

let alerting: Alerting;
beforeAll(async () => {
	alerting = await openAlerting();
});
afterAll(() => alerting.close());
beforeEach(() => alerting.gateway.reset());

/** The record that goes is the same person as the one that stays; gives what parts them again. */
async function merge(gone: { personId: string }, stays: { personId: string }): Promise<() => Promise<number>> {
	const { db, clock } = alerting.platform;
	const mergeId = newId();
	await addAlias(db, { personId: gone.personId, staysId: stays.personId, mergeId, now: clock.now() });
	return () => endAlias(db, mergeId, clock.now());
}

/** Lets what was handed in go out. */
async function goOut(alertId: string): Promise<void> {
	await advance(alerting.platform, alertId);
	await sendDue(alerting.platform);
}
