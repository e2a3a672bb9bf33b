import { findArea } from '#areas';
import { addCalls } from '#calls';
import { decideAll } from '#endings';
import { issueOrder } from '#isolation';
import { recordTest } from '#laboratory';
import { beginDuties } from '#monitoring';
import { declareOutbreak } from '#outbreaks';
import type { Caller } from '#platform/actor';
import { call } from '#platform/call';
import { newId, newUuid } from '#platform/ids';
import type { Operation } from '#platform/operation';
import { sql } from '#platform/sql';
import { orderPrint } from '#posters';
import { propose } from '#proposals';
import { openSite } from '#sites';
import { checkIn } from '#visits';
import { declareCordon } from '#zones';
import { addChain, shops } from './chain.ts';
import type { TestPlatform } from './database.ts';
import type { SignedIn } from './people.ts';
import { dutyOf, healthy, report } from './watch.ts';

interface Here {
	platform: TestPlatform;
	/** An officer whose reach is all of it. */
	officer: Caller;
	person: { personId: string; caller: Caller };
	areaId: number;
	place: string;
	manager: Caller;
}

/** What an operation is about beside places and cases: made when it takes one, and new for each. */
export function openSubjects(platform: TestPlatform, again: (who: SignedIn) => Promise<Caller>) {
	let decisions = 0;
	let chain: Awaited<ReturnType<typeof addChain>> | undefined;
	const decided = () => ({ decidedBy: 'Chủ tịch UBND phường', decisionNumber: `${++decisions}/QĐ-UBND` });

	async function makeOrder({ officer, person, areaId }: Here): Promise<string> {
		const order = { kind: 'home' as const, disease: 'covid-19, F1', fromOn: '2026-11-24', untilOn: '2026-12-08' };
		const { orderId } = await call(platform, issueOrder, officer, {
			...{ person: person.personId, areaId, purpose: 'F1 của ca bệnh' },
			...{ ...order, ...decided() },
		});
		return orderId;
	}

	async function makeSighting(here: Here): Promise<string> {
		await makeOrder(here);
		const { place, person } = here;
		await call(platform, checkIn, person.caller, { id: newUuid(), place, person: person.personId });
		const newest = sql<{ sighting_id: string }>`
			select sighting_id from isolation.sighting order by sighting_id desc limit 1`;
		return (await platform.db.one(newest)).sighting_id;
	}

	async function makeCordon({ officer, areaId }: Here): Promise<string> {
		const times = { from: '2026-11-24T09:00:00+07:00', until: '2026-11-25T09:00:00+07:00' };
		return (await call(platform, declareCordon, officer, { areaId, ...times, ...decided() })).cordonId;
	}

	/** The person is to report every day. */
	async function makeWatched({ person, areaId }: Here) {
		const area = (await findArea(platform.db, areaId))!;
		await beginDuties(platform.db, [dutyOf(person.personId, area.path)], platform.clock.now());
		await report(platform, person.caller, [person.personId], { signs: ['cough'] });
		const newest = sql<{ alarm_id: string }>`
			select alarm_id from monitoring.alarm where handled_at is null order by raised_at desc limit 1`;
		const { alarm_id: alarmId } = (await platform.db.find(newest)) ?? { alarm_id: '1' };
		return { reports: [{ id: newUuid(), person: person.personId, answers: healthy }], alarmId };
	}

	async function registrar() {
		chain ??= await addChain(platform, '+84907770009');
		return chain;
	}

	async function makeCall({ person, areaId: area, platform: { db, clock } }: Here): Promise<string> {
		const sourceId = newId();
		const text = { vi: 'Hãy ở nhà.', en: 'Stay at home.' };
		const { path } = (await findArea(db, area))!;
		await addCalls(
			db,
			[{ personId: person.personId, sourceId, areaPath: path, reason: 'no-phone', text }],
			clock.now(),
		);
		return (await db.one(sql<{ call_id: string }>`select call_id from calls.call where source_id = ${sourceId}`))
			.call_id;
	}

	const makers: Record<string, (here: Here) => Promise<string>> = {
		orderId: makeOrder,
		proposalId: makeProposal,
		siteId: async ({ officer, areaId }) =>
			(await call(platform, openSite, officer, { areaId, name: 'Cơ sở cách ly', address: 'Số 1' })).siteId,
		batchId: async ({ officer, areaId }) =>
			(await call(platform, decideAll, officer, { areaId, ...decided() })).batchId,
		sightingId: makeSighting,
		cordonId: makeCordon,
		callId: makeCall,
		registration: async () => {
			const chain = await registrar();
			return (await chain.send(shops(1), await again(chain))).registration;
		},
		testId: async ({ officer, person, areaId }) => {
			const about = { person: person.personId, areaId, disease: 'covid-19', sampleId: String(++decisions) };
			const test = { kind: 'pcr' as const, sampledAt: '2026-11-22T08:00:00+07:00', result: 'pending' as const };
			return (await call(platform, recordTest, officer, { ...about, ...test, laboratory: 'CDC' })).testId;
		},
		outbreakId: async ({ officer, areaId }) => {
			const said = { name: 'Ổ dịch phố Quán Thánh', location: 'Số 12', advice: 'Đeo khẩu trang', decision: '1/TB-TYT' };
			const when = { fromOn: '2026-11-20', determinedAt: '2026-11-23T08:00:00+07:00' };
			const outbreak = { areaId, disease: 'covid-19', ...said, ...when };
			return (await call(platform, declareOutbreak, officer, outbreak)).outbreakId;
		},
		print: async ({ place, manager }) =>
			(await call(platform, orderPrint, manager, { places: [place], format: 'pdf-a4', copies: 1 })).print,
	};

	async function makeProposal({ officer, person, areaId }: Here): Promise<string> {
		const { proposed } = await call(platform, propose, officer, {
			...{ persons: [person.personId], areaId, cause: 'contact', kind: 'home', regime: 'home-7-days-vaccinated' },
			reason: 'Cùng nhà với ca bệnh',
		});
		return proposed[0]!.proposalId;
	}

	return {
		registrar: async () => again(await registrar()),
		/** Of what the operation's input names. */
		async make({ name, input }: Operation, here: Here): Promise<Record<string, unknown>> {
			// Places are asked about as they are; what a registration made is another way to ask.
			if (name === 'posters.order-print') return { registration: undefined };
			const made: Record<string, unknown> = {};
			if (name.startsWith('monitoring.')) Object.assign(made, await makeWatched(here));
			for (const [field, maker] of Object.entries(makers))
				if (field in input.properties) made[field] = await maker(here);
			if ('persons' in input.properties) made.persons = [here.person.personId];
			if ('proposals' in input.properties) made.proposals = [await makeProposal(here)];
			if ('orders' in input.properties) made.orders = [await makeOrder(here)];
			return made;
		},
	};
}
