import { findAreaByCode } from '#areas';
import { issueOrder } from '#isolation';
import type { Caller } from '#platform/actor';
import { call } from '#platform/call';
import { newUuid } from '#platform/ids';
import { sql } from '#platform/sql';
import { checkIn } from '#visits';
import { declareCordon } from '#zones';
import { type Door, openDoor } from './door.ts';
import { type addDeclared, administrator, anybody, staff } from './people.ts';

export const purpose = 'F1 của ca bệnh ngày 22/11';

/** A door, and the officers of its province, its ward, the ward next door and another province. */
export async function openRestrictions() {
	const door = await openDoor();
	const { db } = door.platform;
	const find = async (level: 'province' | 'commune', code: string) =>
		(await findAreaByCode(db, level, code, '2026-11-24'))!;
	const areas = {
		haNoi: await find('province', '01'),
		baDinh: await find('commune', '00004'),
		hoanKiem: await find('commune', '00070'),
		hue: await find('province', '46'),
		thuanHoa: await find('commune', '19777'),
	};
	const officerAt = (area?: { path: string }) =>
		staff('CDC', { name: 'health-officer', ...(area ? { area: area.path } : {}) });
	const callers = {
		ward: officerAt(areas.baDinh),
		province: officerAt(areas.haNoi),
		country: officerAt(),
		nextDoor: officerAt(areas.hoanKiem),
		elsewhere: officerAt(areas.hue),
		analyst: staff('Bộ Y tế', { name: 'analyst' }),
		administrator,
		anybody,
	};
	return Object.assign(door, { areas, callers, ...actsOf(door, areas, callers.ward) });
}
export type Restrictions = Awaited<ReturnType<typeof openRestrictions>>;

type Person = Awaited<ReturnType<typeof addDeclared>>;

function actsOf(door: Door, areas: { baDinh: { areaId: number } }, ward: Caller) {
	const { platform } = door;
	let decisions = 0;
	return {
		/** What an order says; every one by a decision of its own. */
		orderOf: (person: string, change: object = {}) => ({
			...{ person, areaId: areas.baDinh.areaId, kind: 'home' as const, disease: 'covid-19, F1' },
			...{ decidedBy: 'Chủ tịch UBND phường Ba Đình', decisionNumber: `${++decisions}/QĐ-UBND` },
			...{ fromOn: '2026-11-24', untilOn: '2026-11-26', purpose },
			...change,
		}),
		async order(change: object = {}, by = ward, person = door.person.personId) {
			return (await call(platform, issueOrder, by, this.orderOf(person, change))).orderId;
		},
		cordonOf: (change: object = {}) => ({
			...{
				areaId: areas.baDinh.areaId,
				disease: 'covid-19',
				from: '2026-11-24T08:30:00+07:00',
				until: '2026-11-24T10:00:00+07:00',
			},
			...{ decidedBy: 'Chủ tịch UBND phường Ba Đình', decisionNumber: `${++decisions}/QĐ-UBND` },
			...change,
		}),
		async cordon(change: object = {}, by = ward) {
			return (await call(platform, declareCordon, by, this.cordonOf(change))).cordonId;
		},
		/** What the door answers the person now, whoever tells. */
		verdictOf: async (person: Person = door.person, place = door.place) =>
			(await call(platform, checkIn, await person.caller(), { id: newUuid(), place, person: person.personId })).verdict,
		sightings: (person = door.person.personId) =>
			platform.db.rows(sql<{
				visit_id: string;
				place_id: string;
				restriction: string;
				was_let_in: boolean;
				noted_by: string;
				seen_at: Date;
				recorded_at: Date;
				verdict: string;
				gate: number;
			}>`
				select visit_id, place_id, restriction, was_let_in, noted_by, seen_at, recorded_at, verdict, gate
				from isolation.sighting where person_id = ${person} order by seen_at`),
	};
}
