import type { RequestEvent } from '@sveltejs/kit';
import { listRound } from '#monitoring';
import { listRound as listHouses } from '#residents';
import { listRound as listFloor, listSites } from '#sites';
import { listCordons } from '#zones';
import { askOrShow } from './ask.ts';

type Event = Pick<RequestEvent, 'locals' | 'url'>;

const aScreen = 60;
const sitesMax = 12;

interface Named {
	maskedName: string;
	birthYear?: number;
}

const nameOf = ({ maskedName, birthYear }: Named) => (birthYear ? `${maskedName} · ${birthYear}` : maskedName);

/** The list a round goes by: a floor of a site, the houses of a cordon or of one of its groups, else the whole area. */
export async function readRound(event: Event) {
	const { searchParams } = event.url;
	const [site, cordon] = [searchParams.get('site'), searchParams.get('cordon')];
	if (site) return readFloor(event, site);
	if (cordon) return readHouses(event, cordon);
	return readArea(event);
}

async function readArea(event: Event) {
	const cursor = event.url.searchParams.get('after');
	const [found, { sites }, { cordons }] = await Promise.all([
		askOrShow(event, listRound, { limit: aScreen, ...(cursor ? { cursor } : {}) }),
		askOrShow(event, listSites, { limit: sitesMax }),
		askOrShow(event, listCordons, { limit: sitesMax }),
	]);
	return {
		people: found.people.map(({ maskedName, birthYear, ...one }) => ({
			...one,
			name: nameOf({ maskedName, birthYear }),
		})),
		/** Where a round can begin instead. */
		places: {
			sites: sites.filter(({ taken }) => taken).map(({ siteId, name }) => ({ siteId, name })),
			cordons: cordons.map(({ cordonId, part, areaName }) => ({ cordonId, part, areaName })),
		},
		...(found.nextCursor ? { next: `?after=${encodeURIComponent(found.nextCursor)}` } : {}),
	};
}

async function readFloor(event: Event, siteId: string) {
	const { searchParams } = event.url;
	const part = (name: string) => (searchParams.get(name) ? { [name]: searchParams.get(name)!.slice(0, 40) } : {});
	const after = searchParams.get('after');
	const found = await askOrShow(event, listFloor, {
		...{ siteId, limit: aScreen, ...part('building'), ...part('floor') },
		...(after ? { after } : {}),
	});
	const query = (one: { building: string; floor: string }, more = {}) =>
		`?${new URLSearchParams({ site: siteId, building: one.building, floor: one.floor, ...more })}`;
	const floors = found.floors.map((one) => ({
		...one,
		href: query(one),
		isHere: one.building === found.floor?.building && one.floor === found.floor.floor,
	}));
	return {
		people: found.people.map(({ maskedName, birthYear, room, bed, ...one }) => ({
			...{ ...one, name: nameOf({ maskedName, birthYear }), where: { room, bed } },
		})),
		site: { siteId, name: found.name, floors },
		...(found.floor && found.nextAfter ? { next: query(found.floor, { after: found.nextAfter }) } : {}),
	};
}

async function readHouses(event: Event, cordonId: string) {
	const { searchParams } = event.url;
	const [group, cursor] = [searchParams.get('group')?.slice(0, 100), searchParams.get('after')];
	const found = await askOrShow(event, listHouses, {
		...{ cordonId, ...(group ? { group } : {}), ...(cursor ? { cursor } : {}) },
	});
	const query = { cordon: cordonId, ...(group ? { group } : {}) };
	return {
		people: found.people.map(({ maskedName, birthYear, dwelling, group: _group, ...one }) => ({
			...{ ...one, name: nameOf({ maskedName, birthYear }), where: { house: dwelling } },
		})),
		cordon: { cordonId, group },
		...(found.nextCursor ? { next: `?${new URLSearchParams({ ...query, after: found.nextCursor })}` } : {}),
	};
}
