import { recordFound } from '#contacts';
import { add } from '#interviews';
import type { Caller } from '#platform/actor';
import { call } from '#platform/call';
import type { Platform } from '#platform/platform';
import { shiftDay } from '#shared/language';

interface Ward {
	officer: Caller;
	today: string;
}

/** Who shared a place with the demo's case, and somebody no door knows of. */
export async function addContacts(platform: Platform, { officer, today }: Ward, caseId: string): Promise<void> {
	await call(platform, recordFound, officer, { caseId });
	const sister = { name: 'Nguyễn Thị Mai', phone: '0901000021', mode: 'household', relation: 'em gái' };
	await call(platform, add, officer, { caseId, ...sister, metOn: shiftDay(today, -1), place: '12 Hàng Bạc' });
}
