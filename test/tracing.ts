import { randomUUID } from 'node:crypto';
import { findAreaByCode, importAreas } from '#areas';
import { audit } from '#audit';
import { cases, decideClinically, openCase } from '#cases';
import { diseases } from '#diseases';
import { saveProfile } from '#identity';
import { places } from '#places';
import type { Actor, Caller, Role } from '#platform/actor';
import { call } from '#platform/call';
import { newId } from '#platform/ids';
import { sql } from '#platform/sql';
import { dayOf } from '#shared/language';
import { visits } from '#visits';
import { openTestPlatform, type TestPlatform } from './database.ts';

/**
 * Two provinces with a ward each, a café in each ward, and people who go there. "Now" is 24 November 2026, 8 o'clock.
 * Times in tests are written as `20 08:30`: the day of that November and the time in Viet Nam.
 */
export async function openTracing() {
	const platform = await openTestPlatform();
	const { db } = platform;
	await importAreas(db, { isOfficial: true, units: [...units], links: [], refused: [] });
	for (const module of [diseases, places, visits, cases, audit]) await module.prepare?.(platform);
	const area = async (level: 'province' | 'commune', code: string) =>
		(await findAreaByCode(db, level, code, '2026-11-24'))!;
	const haNoi = await area('province', '01');
	const baDinh = await area('commune', '00004');
	const hue = await area('province', '46');
	const thuanHoa = await area('commune', '19777');
	return {
		platform,
		areas: { haNoi, baDinh, hue, thuanHoa },
		cafe: await addPlace(platform, {
			name: 'Cà phê Sông Hương',
			type: 'cafe',
			areaId: thuanHoa.areaId,
			areaPath: thuanHoa.path,
		}),
		market: await addPlace(platform, {
			name: 'Chợ Long Biên',
			type: 'market',
			areaId: baDinh.areaId,
			areaPath: baDinh.path,
		}),
		officer: officer({ name: 'health-officer', area: haNoi.path }, 'CDC Hà Nội'),
		wardOfficer: officer({ name: 'health-officer', area: baDinh.path }, 'Trạm Y tế phường Ba Đình'),
		strangeOfficer: officer({ name: 'health-officer', area: hue.path }, 'CDC Huế'),
		nationalOfficer: officer({ name: 'health-officer' }, 'Bộ Y tế'),
		analyst: officer({ name: 'analyst' }, 'Bộ Y tế'),
		administrator: officer({ name: 'administrator' }, 'Bộ Y tế'),
	};
}
export type Tracing = Awaited<ReturnType<typeof openTracing>>;

const units = [
	{ province: { code: '01', name: 'Thành phố Hà Nội' }, commune: { code: '00004', name: 'Phường Ba Đình' } },
	{ province: { code: '46', name: 'Thành phố Huế' }, commune: { code: '19777', name: 'Phường Thuận Hóa' } },
].map((unit, index) => ({ ...unit, division: 'new' as const, line: index + 2 }));

const officer = (role: Role, authority: string): Caller =>
	caller({ kind: 'staff', id: newId(), session: '1', roles: [role], authority });

export const caller = (actor: Actor): Caller => ({ actor, address: '203.0.113.7', requestId: 'test', language: 'vi' });

/** `20 08:30`, `20 08:30:15`: a time of November 2026 in Viet Nam. */
const at = (text: string): Date => {
	const [day, clock] = text.split(' ') as [string, string];
	return new Date(`2026-11-${day}T${clock.length === 5 ? `${clock}:00` : clock}+07:00`);
};

async function addPlace(
	{ db }: TestPlatform,
	place: { name: string; type: string; areaId: number; areaPath: string },
): Promise<string> {
	const id = newId();
	await db.run(sql`insert into places.place (place_id, name, folded, type, area_id, area_path, registered_at)
		values (${id}, ${place.name}, '', ${place.type}, ${place.areaId}, ${place.areaPath}, ${at('01 08:00')})`);
	return id;
}

export function addPerson(
	{ db, keys }: TestPlatform,
	profile: Parameters<typeof saveProfile>[1]['profile'],
): Promise<string> {
	return saveProfile({ db, keys, now: at('01 08:00') }, { relation: 'other', profile });
}

/** Somebody is at a place; without `until` nobody noted when they left. */
export async function addVisit(
	{ db }: TestPlatform,
	visit: { person: string; place: string; from: string; until?: string; leftKnown?: number },
): Promise<void> {
	const left = visit.until === undefined ? null : at(visit.until);
	await db.run(sql`insert into visits.visit
		(place_id, entered_at, person_id, left_at, visit_id, recorded_at, verdict, left_known)
		values (${visit.place}, ${at(visit.from)}, ${visit.person}, ${left}, ${randomUUID()}, ${at(visit.from)}, 0,
			${visit.leftKnown ?? 0})`);
}

/** Opens a case in Ba Đình under the Vietnamese rule, as the officer of Hà Nội, on a clinician’s decision. */
export async function addCase(
	{ platform, areas, officer }: Tracing,
	person: string,
	more: Partial<Record<'onsetOn' | 'sampledOn' | 'isolatedAt' | 'rule', string>> & { isSuspected?: true } = {
		onsetOn: '2026-11-20',
	},
): Promise<string> {
	const { rule = 'qd-5053', isSuspected, ...dates } = more;
	const input = {
		person,
		areaId: areas.baDinh.areaId,
		classification: isSuspected ? ('suspected' as const) : ('confirmed' as const),
		rule,
		...dates,
		purpose: 'Điều tra ca bệnh',
	};
	const { caseId } = await call(platform, openCase, officer, input);
	if (!isSuspected) await decide(platform, officer, caseId);
	return caseId;
}

/** Records that a clinician decided that a case is the disease. */
export const decide = (platform: TestPlatform, officer: Caller, caseId: string) =>
	call(platform, decideClinically, officer, {
		...{ caseId, decidedBy: 'BS Phạm Thị Lành, Bệnh viện Bạch Mai', decidedOn: dayOf(platform.clock.now()) },
		...{ isDisease: true, decision: 'Đủ tiêu chuẩn lâm sàng' },
	});

/** The looks the audit log holds of a person: which operation, which purpose, which case. */
export const listLooks = ({ db }: TestPlatform, person: string) =>
	db.rows(sql<{ operation: string; purpose: string | null; case_id: string | null }>`
		select e.operation, e.purpose, e.case_id from audit.look l join audit.entry e on e.entry_id = l.entry_id
		where l.persons @> array[${person}::bigint] order by e.at, e.entry_id`);
