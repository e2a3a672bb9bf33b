import { getSettings, setSettings } from '#alerts';
import { decideClinically } from '#cases';
import { type Caller, systemCaller } from '#platform/actor';
import { call } from '#platform/call';
import { newId } from '#platform/ids';
import type { Platform } from '#platform/platform';
import { sql } from '#platform/sql';
import { dayOf } from '#shared/language';
import { proposeNotice, publishNotice } from '#venues';

const administrator: Caller = {
	...systemCaller('demo'),
	actor: { kind: 'staff', id: '3', session: '3', authority: 'Bộ Y tế', roles: [{ name: 'administrator' }] },
};

/**
 * What there is to tell: the demo's case has grounds, a few people whose contact is confirmed, and a notice of a place in
 * public. Four people are enough here to need a second officer.
 */
export async function addAlerts(
	platform: Platform,
	demo: { officer: Caller; caseId: string; confirmed: readonly string[]; placeId: string; from: string; until: string },
): Promise<void> {
	const { officer, caseId } = demo;
	const decidedOn = dayOf(platform.clock.now());
	await call(platform, decideClinically, officer, {
		...{ caseId, decidedBy: 'BS Phạm Thị Lành, Bệnh viện Bạch Mai', decidedOn, isDisease: true },
		decision: 'Đủ tiêu chuẩn lâm sàng',
	});
	for (const personId of demo.confirmed) await platform.db.run(insertContact(caseId, personId, platform.clock.now()));
	const { version, ...settings } = await call(platform, getSettings, administrator, {});
	const decision = 'Dùng thử: để thấy cán bộ thứ hai duyệt';
	await call(platform, setSettings, administrator, { ...settings, after: version, approveAbove: 3, decision });
	const { noticeId } = await call(platform, proposeNotice, officer, {
		...{ caseId, placeId: demo.placeId, from: demo.from, until: demo.until, phone: '024 3825 5599' },
		advice: {
			vi: 'Hãy theo dõi sức khỏe 14 ngày và gọi trạm y tế khi có sốt, ho.',
			en: 'Watch your health for 14 days and call the health station if you have fever or cough.',
		},
		despite: 'Dùng thử: nhật ký của quán chỉ có vài lượt',
	});
	const second = { ...officer, actor: { ...officer.actor, id: '2' } as Caller['actor'] };
	await call(platform, publishNotice, second, { noticeId });
}

const insertContact = (caseId: string, personId: string, now: Date) => sql`
	insert into contacts.contact (contact_id, case_id, person_id, level, origin, last_exposed_at, state, found_at)
	values (${newId()}, ${caseId}, ${personId}, 1, 'visit', ${now}, 'confirmed', ${now})
	on conflict do nothing`;
