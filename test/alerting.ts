import { alerts, draftAlert, submitAlert, writeAlert } from '#alerts';
import { messages } from '#messages';
import type { Caller } from '#platform/actor';
import { call } from '#platform/call';
import { newId } from '#platform/ids';
import { sql } from '#platform/sql';
import { openGateway } from './gateway.ts';
import { addCase, addPerson, caller, openTracing } from './tracing.ts';

/** A case with grounds, officers who may tell those who met it, and a gateway that takes the messages. */
export async function openAlerting() {
	const tracing = await openTracing();
	const { platform, officer } = tracing;
	for (const module of [messages, alerts]) await module.prepare!(platform);
	const gateway = await openGateway(platform);
	const ill = { fullName: 'Đặng Văn Ước', phone: '+84912345678', documentNumber: '001090012345' };
	const caseId = await addCase(tracing, await addPerson(platform, ill));
	let phones = 0;

	/** Somebody whose contact with a case was confirmed, or not. */
	async function addContact({ of = caseId, level = 1, state = 'confirmed', hasPhone = true } = {}) {
		const phone = `+84903${String(++phones).padStart(6, '0')}`;
		const personId = await addPerson(platform, { fullName: 'Lê Thị Mơ', ...(hasPhone ? { phone } : {}) });
		await addContactRow({ personId, of, level, state });
		return { personId, phone };
	}

	const addContactRow = ({ personId = '', of = caseId, level = 1, state = 'confirmed' }) =>
		platform.db.run(sql`
			insert into contacts.contact (contact_id, case_id, person_id, level, origin, last_exposed_at, state, found_at)
			values (${newId()}, ${of}, ${personId}, ${level}, 'visit', ${platform.clock.now()}, ${state}, ${platform.clock.now()})`);

	const words = {
		...{ placeName: 'Chợ Long Biên', from: '2026-11-21T08:00:00+07:00', until: '2026-11-21T10:30:00+07:00' },
		advice: { vi: 'Hãy ở nhà và gọi trạm y tế', en: 'Stay at home and call the health station' },
		phone: '024 3733 0000',
	};

	/** An alert with its words, not handed in. */
	async function write(change: { of?: string; severity?: 'urgent'; as?: Caller } & Partial<typeof words> = {}) {
		const { of = caseId, severity = 'warning', as = officer, ...more } = change;
		const { alertId } = await call(platform, draftAlert, as, { caseId: of, severity, purpose: 'Báo người tiếp xúc' });
		await call(platform, writeAlert, as, { alertId, ...words, ...more });
		return alertId;
	}

	return {
		...tracing,
		gateway,
		caseId,
		ill,
		words,
		addContact,
		addContactRow,
		write,
		/** Another officer of the same province. */
		second: caller({ ...officer.actor, id: newId() } as Caller['actor']),
		async send(change: Parameters<typeof write>[0] = {}) {
			const alertId = await write(change);
			return { alertId, ...(await call(platform, submitAlert, officer, { alertId })) };
		},
		async close() {
			await gateway.close();
			await platform.close();
		},
	};
}
export type Alerting = Awaited<ReturnType<typeof openAlerting>>;
