import { draftAlert, writeAlert } from '#alerts';
import { findArea } from '#areas';
import { addCalls } from '#calls';
import { openCase } from '#cases';
import { decideAll } from '#endings';
import { orderExport } from '#exports';
import { saveProfile } from '#identity';
import { upload } from '#imports';
import { add } from '#interviews';
import { issueOrder } from '#isolation';
import { recordTest } from '#laboratory';
import { beginDuties } from '#monitoring';
import { declareOutbreak } from '#outbreaks';
import { actorId, type Caller } from '#platform/actor';
import { call } from '#platform/call';
import { newId, newUuid } from '#platform/ids';
import type { Operation } from '#platform/operation';
import { sql } from '#platform/sql';
import { orderPrint } from '#posters';
import { propose } from '#proposals';
import { check as checkRoster } from '#rosters';
import { openSite } from '#sites';
import { proposeNotice } from '#venues';
import { checkIn } from '#visits';
import { declareCordon, proposeCordon } from '#zones';
import { addChain, shops } from './chain.ts';
import type { TestPlatform } from './database.ts';
import { addDeclared, type SignedIn } from './people.ts';
import { dutyOf, healthy, report } from './watch.ts';

interface Here {
	platform: TestPlatform;
	/** An officer whose reach is all of it. */
	officer: Caller;
	person: { personId: string; caller: Caller };
	areaId: number;
	caseId: string;
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

	/** The manager of the place looks after its people. */
	async function makeCordon({ officer, areaId, manager }: Here): Promise<string> {
		const times = { from: '2026-11-24T09:00:00+07:00', until: '2026-11-25T09:00:00+07:00' };
		const cordon = { areaId, part: 'Tổ 7', disease: 'covid-19', ...times, ...decided() };
		const { cordonId } = await call(platform, declareCordon, officer, cordon);
		await platform.db.run(sql`
			insert into residents.leader (cordon_id, account_id, group_key, group_name, appointed_at)
			values (${cordonId}, ${actorId(manager.actor)}, '', '', ${platform.clock.now()})`);
		return cordonId;
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

	/** An alert with its words: of those it does not suit, the operation says so. */
	async function makeAlert({ officer, caseId }: Here): Promise<string> {
		const draft = { caseId, severity: 'warning' as const, purpose: 'Báo người tiếp xúc' };
		const { alertId } = await call(platform, draftAlert, officer, draft);
		const times = { from: '2026-11-21T08:00:00+07:00', until: '2026-11-21T10:30:00+07:00' };
		const advice = { vi: 'Hãy ở nhà.', en: 'Stay at home.' };
		await call(platform, writeAlert, officer, {
			alertId,
			placeName: 'Chợ Long Biên',
			...times,
			advice,
			phone: '024 3733 0000',
		});
		return alertId;
	}

	async function makeNotice({ officer, caseId, place, person }: Here): Promise<string> {
		await call(platform, checkIn, person.caller, { id: newUuid(), place, person: person.personId });
		const from = platform.clock.now();
		const until = new Date(from.getTime() + 1);
		const times = { from: from.toISOString(), until: until.toISOString() };
		const advice = { vi: 'Hãy ở nhà.', en: 'Stay at home.' };
		const despite = 'Nơi này không có sổ giấy';
		platform.clock.set(until.toISOString());
		const notice = { caseId, placeId: place, ...times, advice, phone: '024 3733 0000', despite };
		return (await call(platform, proposeNotice, officer, notice)).noticeId;
	}

	const makers: Record<string, (here: Here) => Promise<string | string[]>> = {
		orderId: makeOrder,
		proposalId: makeProposal,
		persons: async ({ person }) => [person.personId],
		proposals: async (here) => [await makeProposal(here)],
		orders: async (here) => [await makeOrder(here)],
		siteId: async ({ officer, areaId }) =>
			(await call(platform, openSite, officer, { areaId, name: 'Cơ sở cách ly', address: 'Số 1' })).siteId,
		batchId: async ({ officer, areaId }) =>
			(await call(platform, decideAll, officer, { areaId, ...decided() })).batchId,
		sightingId: makeSighting,
		cordonId: makeCordon,
		importId: async (here) => {
			const content = Buffer.from('Mã ca,Ngày khởi phát\n1,20/11/2026\n').toString('base64');
			const file = { kind: 'cases' as const, areaId: here.areaId, source: 'Go.Data', rule: 'qd-5053', content };
			return (await call(platform, upload, here.officer, file)).importId;
		},
		roster: async (here) => {
			const content = Buffer.from('Tổ,Địa chỉ,Họ và tên\nTổ 7,Số 1,Nguyễn Văn Mận\n').toString('base64');
			return (await call(platform, checkRoster, here.officer, { cordonId: await makeCordon(here), content })).roster;
		},
		'zones proposalId': async ({ officer, areaId }) => {
			const proposed = { areaId, part: 'Tổ 7', disease: 'covid-19', reason: 'Ba ca cùng ngõ' };
			return (await call(platform, proposeCordon, officer, proposed)).proposalId;
		},
		callId: makeCall,
		alertId: makeAlert,
		noticeId: makeNotice,
		exportId: async ({ officer, caseId }) => {
			const asked = { subject: 'cases' as const, format: 'csv' as const, names: 'masked' as const };
			const ordered = await call(platform, orderExport, officer, { ...asked, caseId, purpose: 'Báo cáo tuần' });
			return ordered.exportId;
		},
		registration: async () => {
			const chain = await registrar();
			return (await chain.send(shops(1), await again(chain))).registration;
		},
		testId: async ({ officer, person, areaId }) => {
			const about = { person: person.personId, areaId, disease: 'covid-19', sampleId: String(++decisions) };
			const test = { kind: 'pcr' as const, sampledAt: '2026-11-22T08:00:00+07:00', result: 'pending' as const };
			return (await call(platform, recordTest, officer, { ...about, ...test, laboratory: 'CDC' })).testId;
		},
		contactIds: async ({ officer, caseId }) => [
			(await call(platform, add, officer, { caseId, name: 'Lê Thị Gặp', mode: 'care', metOn: '2026-11-21' })).contactId,
		],
		outbreakId: async ({ officer, areaId }) => {
			const said = { name: 'Ổ dịch phố Quán Thánh', location: 'Số 12', advice: 'Đeo khẩu trang', decision: '1/TB-TYT' };
			const when = { fromOn: '2026-11-20', determinedAt: '2026-11-23T08:00:00+07:00' };
			const outbreak = { areaId, disease: 'covid-19', ...said, ...when };
			return (await call(platform, declareOutbreak, officer, outbreak)).outbreakId;
		},
		candidateId: async ({ person, areaId }) => {
			const now = platform.clock.now();
			const profile = { fullName: 'Nguyen Van An', areaId };
			const other = await saveProfile({ db: platform.db, keys: platform.keys, now }, { relation: 'other', profile });
			const [low, high] = [person.personId, other].sort((one, two) => (BigInt(one) < BigInt(two) ? -1 : 1));
			const path = (await findArea(platform.db, areaId))!.path;
			const candidate = newId();
			await platform.db.run(sql`insert into duplicates.candidate
				(candidate_id, low_id, high_id, score, reasons, area_path, found_at, state)
				values (${candidate}, ${low}, ${high}, 70, '{name-folded}', ${path}, ${now}, 'open')`);
			return candidate;
		},
		infectorCaseId: async ({ platform, officer, areaId }) => {
			const { personId } = await addDeclared(platform, `+8490666${String(++decisions).padStart(4, '0')}`);
			const { caseId } = await call(platform, openCase, officer, {
				...{ person: personId, areaId, classification: 'confirmed', rule: 'qd-5053', onsetOn: '2026-11-16' },
				purpose: 'Điều tra ca bệnh',
			});
			return caseId;
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
			const [module] = name.split('.');
			for (const field of Object.keys(input.properties)) {
				const maker = makers[`${module} ${field}`] ?? makers[field];
				if (maker) made[field] = await maker(here);
			}
			return made;
		},
	};
}
