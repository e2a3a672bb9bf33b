import type { Caller } from '#platform/actor';
import { call } from '#platform/call';
import { sql } from '#platform/sql';
import { add, countReported, listDwellings, openEntrance } from '#residents';
import { at } from './door.ts';
import { openRestrictions } from './restrictions.ts';

export const man = { fullName: 'Nguyễn Văn Mận', birthYear: 1961 };
export const dao = { fullName: 'Trần Thị Đào', birthYear: 1964 };
const house = { group: 'Tổ 5', dwelling: 'Số 12 ngõ 5', members: [man, dao] };

/** A door with its officers, and what the station of Ba Đình does with the people of its cordons. */
export async function openNeighbours() {
	const door = await openRestrictions();
	const { platform } = door;
	const ward = door.callers.ward;
	const list = async (cordonId: string, input: object = {}, who: Caller = ward) =>
		(await call(platform, listDwellings, who, { cordonId, ...input })).dwellings;
	return Object.assign(door, {
		ward,
		/** A part of the ward from now on, without an end. */
		declare: (change: object = {}) =>
			door.cordon({ part: 'Tổ 5 và 6', until: undefined, from: at('08:00:00'), ...change }),
		/** Adds a household of two. */
		put: (cordonId: string, change: object = {}, who: Caller = ward) =>
			call(platform, add, who, { cordonId, ...house, ...change }),
		count: (cordonId: string, who: Caller = ward, group?: string) =>
			call(platform, countReported, who, { cordonId, ...(group ? { group } : {}) }),
		list,
		peopleOf: async (cordonId: string) =>
			(await list(cordonId)).flatMap(({ people }) => people).map(({ person }) => person),
		openDuties: async (cordonId: string) =>
			(
				await platform.db.rows(sql<{ person_id: string }>`
					select person_id from monitoring.duty where source_id = ${cordonId} and ended_at is null order by person_id`)
			).length,
		entranceOf: async (cordonId: string) => (await call(platform, openEntrance, ward, { cordonId, isOpen: true })).code,
	});
}
export type Neighbours = Awaited<ReturnType<typeof openNeighbours>>;
