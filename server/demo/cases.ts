import { changeCase, decideClinically } from '#cases';
import { duplicates } from '#duplicates';
import { saveProfile } from '#identity';
import { recordTest } from '#laboratory';
import { declareOutbreak } from '#outbreaks';
import type { Caller } from '#platform/actor';
import { call } from '#platform/call';
import type { Platform } from '#platform/platform';
import { shiftDay } from '#shared/language';
import { fold } from '#shared/text/vietnamese';
import type { DemoPerson } from './people.ts';

interface Demo {
	officer: Caller;
	areaId: number;
	today: string;
}

/** The demo's case with a test, a decision and an outbreak, and one person who is known by a card as well. */
export async function addCaseWork(
	platform: Platform,
	{ officer, areaId, today }: Demo,
	one: { caseId: string; personId: string; twin: DemoPerson },
): Promise<void> {
	const yesterday = shiftDay(today, -1);
	await call(platform, recordTest, officer, {
		...{ person: one.personId, disease: 'covid-19', areaId, kind: 'pcr' as const, result: 'positive' as const },
		...{ sampledAt: `${yesterday}T00:30:00+07:00`, resultAt: `${today}T00:00:00+07:00` },
		...{ laboratory: 'CDC Hà Nội', sampleId: 'HN-000123' },
	});
	const clinician = 'BS Nguyễn Thị Lành, Bệnh viện Thanh Nhàn';
	await call(platform, decideClinically, officer, {
		...{ caseId: one.caseId, decidedBy: clinician, decidedOn: today, isDisease: true },
		decision: 'Sốt, ho, PCR dương tính',
	});
	const { outbreakId } = await call(platform, declareOutbreak, officer, {
		...{ areaId, disease: 'covid-19', name: 'Phố cổ Hoàn Kiếm', location: 'Quán cà phê phố Đinh Tiên Hoàng' },
		...{ fromOn: yesterday, determinedAt: `${today}T00:00:00+07:00`, decision: '15/TB-TYT' },
		advice: 'Ai đã đến đây hãy theo dõi sức khoẻ 7 ngày, có sốt hoặc ho thì gọi trạm y tế.',
	});
	await call(platform, changeCase, officer, {
		...{ caseId: one.caseId, source: 'self-report' as const, occupation: 'Giáo viên', outbreak: outbreakId },
		reason: 'Điều tra dịch tễ',
	});
	await addTwin(platform, areaId, one.twin);
}

/** Somebody whose card was read at a gate before they declared, as the card writes them. */
async function addTwin(platform: Platform, areaId: number, { name, birthYear, document }: DemoPerson): Promise<void> {
	const fullName = fold(name).toUpperCase();
	const profile = { fullName, birthYear: Number(birthYear), documentNumber: document, areaId };
	const now = platform.clock.now();
	await saveProfile({ ...platform, now }, { relation: 'imported', profile });
	// As if it were a little later: who was added within the last seconds is compared by the next run.
	for (const job of duplicates.jobs ?? []) await job.run(platform, new Date(now.getTime() + 60_000), undefined);
}
