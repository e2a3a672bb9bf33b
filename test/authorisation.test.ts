import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rolesOf } from '#platform/actor';
import { call } from '#platform/call';
import { newUuid } from '#platform/ids';
import type { Operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { sql } from '#platform/sql';
import { type Meant, validInput } from '#test/any-input';
import { type Asker, openEveryone } from '#test/everyone';
import { operations } from '../server/modules.ts';

let everyone: Awaited<ReturnType<typeof openEveryone>>;
beforeAll(async () => void (everyone = await openEveryone()));
afterAll(() => everyone.platform.close());

type May = (asker: Asker, asks: { here: boolean }) => boolean;

const isRole =
	(name: string): May =>
	({ caller, isHere }, { here }) =>
		rolesOf(caller.actor).some((held) => held.name === name) && (isHere || !here);

function isRoleAnywhere(name: string): May {
	return (asker) => isRole(name)(asker, { here: false });
}

/** Each policy, by the words under which the API's documentation tells it. A new policy is to be added here. */
const policies: Record<string, May> = {
	anyone: () => true,
	'a person signed in by phone': ({ caller }) => caller.actor.kind === 'account',
	staff: ({ caller }) => caller.actor.kind === 'staff',
	'the installation itself': ({ caller }) => caller.actor.kind === 'system',
	'the person': ({ name }) => name === 'the person',
	manager: isRole('manager'),
	controller: isRole('controller'),
	'health-officer': isRole('health-officer'),
	administrator: isRole('administrator'),
	analyst: isRole('analyst'),
	registrar: isRole('registrar'),
	'commune-chair': isRole('commune-chair'),
	'facility-head': isRole('facility-head'),
	'gate-authority': isRole('gate-authority'),
	'sms-gateway': isRole('sms-gateway'),
	'a device at a gate': ({ caller }) => caller.actor.kind === 'device',
	'whoever sent the file': ({ name }) => name === 'the registrar',
	'while they may register places': ({ name }) => name === 'the registrar',
	'whoever ordered it': ({ name }) => name === 'the manager',
	// None of these officers: that who ordered it gets it is seen in the module's own tests.
	'the officer who ordered it': () => false,
	'whoever manages': isRole('manager'),
	'attends all the places': (asker, asks) => isRole('controller')(asker, asks) || isRole('administrator')(asker, asks),
	'whoever leads a group of the cordon': ({ name }) => name === 'the manager',
	'made the registration': ({ name }) => name === 'the registrar',
};

/** What an operation asks of the input itself, beside its policy. */
const narrower: Record<string, May> = {
	'cases.open-case': ({ isHere }) => isHere,
	'laboratory.record-test': ({ isHere }) => isHere,
	'outbreaks.declare': ({ isHere }) => isHere,
	'chains.get-numbers': ({ isHere }) => isHere,
	'imports.upload': ({ isHere }) => isHere,
	'isolation.issue-order': ({ isHere }) => isHere,
	'proposals.propose': ({ isHere }) => isHere,
	'endings.decide-all': ({ isHere }) => isHere,
	'sites.open-site': ({ isHere }) => isHere,
	'zones.declare-cordon': ({ isHere }) => isHere,
	'monitoring.get-person': ({ isHere }) => isHere,
	'monitoring.reveal-person': ({ isHere }) => isHere,
	'monitoring.note-attempt': ({ isHere }) => isHere,
	'monitoring.review-person': ({ isHere }) => isHere,
	'zones.propose-cordon': ({ isHere }) => isHere,
	'bulletins.get-bulletin': ({ isHere }) => isHere,
	'bulletins.list-bulletins': ({ isHere }) => isHere,
	'bulletins.print-bulletin': ({ isHere }) => isHere,
	'overview.get-area': ({ isHere }) => isHere,
	'overview.list-below': ({ isHere }) => isHere,
	'overview.get-trend': ({ isHere }) => isHere,
	'risk.propose': ({ isHere }) => isHere,
	'risk.tell-facts': ({ isHere }) => isHere,
	'risk.decide': ({ isHere }) => isHere,
	// Of the two ways to ask only that by places is tried here.
	'posters.order-print': ({ name }) => name !== 'the registrar',
};

/** Where a role is enough wherever it reaches, though the operation may name a place. */
const wider: Record<string, May> = {
	'cards.find-number': isRoleAnywhere('health-officer'),
};

/** What lies in an area a role must reach, as operations name it; each as it is when there is none. */
const nowhere: Record<string, unknown> = {
	place: '1',
	places: ['1'],
	caseId: '1',
	testId: '1',
	outbreakId: '1',
	candidateId: '1',
	requestId: '1',
	callId: '1',
	alertId: '1',
	noticeId: '1',
	orderId: '1',
	sightingId: '1',
	cordonId: '1',
	proposalId: '1',
	proposals: ['1'],
	orders: ['1'],
	siteId: '1',
	batchId: '1',
	exportId: '1',
	alarmId: '1',
	roster: '1',
	importId: '1',
	reports: [{ id: newUuid(), person: '1', answers: {} }],
};

/** Whether the operation takes place somewhere a role must reach. */
const isSomewhere = ({ input }: Operation) => Object.keys(nowhere).some((name) => name in input.properties);

function may(operation: Operation, asker: Asker): boolean {
	const { actor } = asker.caller;
	if (actor.kind === 'partner' && !actor.scopes.includes(`${operation.name.split('.')[0]}.*`)) return false;
	const asks = { here: isSomewhere(operation) };
	const words = operation.who.words.split(/, or |, | or /);
	if (wider[operation.name]?.(asker, asks)) return true;
	const isWithin = narrower[operation.name]?.(asker, asks) ?? true;
	return isWithin && words.some((word) => policies[word]!(asker, asks));
}

/** An input the operation takes, about what is meant. */
function inputFor({ input, validator }: Operation, meant: Meant): never {
	const told = Object.fromEntries(Object.entries(meant).filter(([name]) => name in input.properties));
	const samples = fc
		.sample(validInput(input), { numRuns: 100, seed: 7 })
		.map((one) => ({ ...(one as object), ...told }));
	return samples.find((one) => validator.Check(one) && !JSON.stringify(one).includes('\\u0000')) as never;
}

/** `done`, or the code of the problem. What is no problem is a bug. */
async function ask(operation: Operation, { caller }: Asker, input: never): Promise<string> {
	try {
		await call(everyone.platform, operation, caller, input);
		return 'done';
	} catch (error) {
		if (error instanceof Problem) return error.code;
		throw error;
	}
}

const isRefusal = (outcome: string) => ['not-signed-in', 'not-allowed'].includes(outcome);

/** How often the audit log says that an operation was done. */
async function countDone({ name }: Operation): Promise<number> {
	const counted = sql<{ entries: number }>`
		select count(*)::integer as entries from audit.entry where operation = ${name} and outcome = 'done'`;
	return (await everyone.platform.db.one(counted)).entries;
}

test.each([...operations.values()].map((one) => [one.name, one] as const))(
	'%s lets those through whom its policy names, nobody else, and leaves an audit entry each time',
	async (_name, operation) => {
		for (const word of operation.who.words.split(/, or |, | or /)) expect(policies).toHaveProperty([word]);
		const { askers, meant } = await everyone.renew(operation);
		const input = inputFor(operation, meant);
		const before = await countDone(operation);

		const outcomes: [string, string][] = [];
		for (const asker of askers) outcomes.push([asker.name, await ask(operation, asker, input)]);

		const letThrough = outcomes.filter(([, outcome]) => !isRefusal(outcome)).map(([name]) => name);
		expect(letThrough).toEqual(askers.filter((asker) => may(operation, asker)).map(({ name }) => name));
		const done = outcomes.filter(([, outcome]) => outcome === 'done').length;
		expect((await countDone(operation)) - before).toBe(operation.personal === 'none' ? 0 : done);
	},
);

describe('who is turned away learns nothing of whether it is there', () => {
	const named = [...operations.values()].filter(isSomewhere).map((one) => [one.name, one] as const);

	test.each(named)('%s', async (_name, operation) => {
		const { askers, meant } = await everyone.renew(operation);
		const there = inputFor(operation, meant);
		const nothing = inputFor(operation, { ...meant, ...nowhere, person: '1' });

		for (const asker of askers.filter((one) => !may(operation, one)))
			expect([asker.name, await ask(operation, asker, nothing)]).toEqual([
				asker.name,
				await ask(operation, asker, there),
			]);
	});
});
