import { countMessages, type NewMessage, queueMessages } from '#messages';
import { newId } from '#platform/ids';
import { sql } from '#platform/sql';
import { openGateway } from './gateway.ts';
import { openVaora } from './people.ts';
import { addPerson } from './tracing.ts';

/** An installation that sends to a gateway of its own; "now" is 24 November 2026, 8 o'clock. */
export async function openSending() {
	const platform = await openVaora();
	const gateway = await openGateway(platform);
	let phones = 0;
	return {
		platform,
		gateway,
		async close() {
			await gateway.close();
			await platform.close();
		},
		renew() {
			platform.clock.set('2026-11-24T08:00:00+07:00');
			gateway.reset();
		},
		/** Somebody with a phone. */
		async addReached(): Promise<{ personId: string; phone: string }> {
			const phone = `+84901${String(++phones).padStart(6, '0')}`;
			return { personId: await addPerson(platform, { fullName: 'Lê Thị Ước', phone }), phone };
		},
		queue: (...messages: NewMessage[]) =>
			platform.db.transaction((db) => queueMessages(db, messages, platform.clock.now())),
		/** How many messages of a source are where, without those that are nowhere. */
		counts: async (sourceId: string) =>
			Object.fromEntries(Object.entries(await countMessages(platform.db, sourceId)).filter(([, count]) => count)),
		callsOf: (sourceId: string) =>
			platform.db.rows(sql<{ person_id: string; reason: string; area_path: string }>`
				select person_id, reason, area_path from calls.call where source_id = ${sourceId} order by opened_at`),
	};
}
export type Sending = Awaited<ReturnType<typeof openSending>>;

/** An alert that expires in two days. */
export const message = (personId: string, { sourceId = newId(), ...change }: Partial<NewMessage> = {}): NewMessage => ({
	...{ personId, key: `alert ${sourceId}`, kind: 'alert', sourceId, areaPath: '1.2' },
	text: { vi: 'Hãy ở nhà.', en: 'Stay at home.' },
	expiresAt: new Date('2026-11-26T08:00:00+07:00'),
	...change,
});
