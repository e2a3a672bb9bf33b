import { getSettings, setSettings } from '#alerts';
import { listRecorded, review } from '#contacts';
import { type Caller, systemCaller } from '#platform/actor';
import { call } from '#platform/call';
import type { Platform } from '#platform/platform';
import { proposeNotice, publishNotice } from '#venues';

const administrator: Caller = {
	...systemCaller('demo'),
	actor: { kind: 'staff', id: '3', session: '3', authority: 'Bộ Y tế', roles: [{ name: 'administrator' }] },
};

/**
 * What there is to tell: a few people whose contact is confirmed, and a notice of a place in
 * public. Four people are enough here to need a second officer.
 */
export async function addAlerts(
	platform: Platform,
	demo: { officer: Caller; caseId: string; confirmed: readonly string[]; placeId: string; from: string; until: string },
): Promise<void> {
	const { officer, caseId } = demo;
	await confirm(platform, demo);
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

/** Those of the found who are to be told. */
async function confirm(platform: Platform, demo: { officer: Caller; caseId: string; confirmed: readonly string[] }) {
	const { officer, caseId } = demo;
	const { contacts } = await call(platform, listRecorded, officer, { caseId, limit: 200 });
	const contactIds = contacts.filter(({ person }) => demo.confirmed.includes(person)).map(({ contactId }) => contactId);
	await call(platform, review, officer, { caseId, contactIds, state: 'confirmed' });
}
