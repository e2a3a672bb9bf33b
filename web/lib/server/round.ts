import type { RequestEvent } from '@sveltejs/kit';
import { listRound } from '#monitoring';
import { listRound as listHouses } from '#residents';
import { listRound as listFloor } from '#sites';
import { askOrShow } from './ask.ts';
import { type RoundChoices, readRoundChoices } from './round-choices.ts';

type Event = Pick<RequestEvent, 'locals' | 'url'>;

const aScreen = 60;

interface Named {
	maskedName: string;
	birthYear?: number;
}

const nameOf = ({ maskedName, birthYear }: Named) => (birthYear ? `${maskedName} · ${birthYear}` : maskedName);

type Read<From extends (...given: never) => unknown> = Awaited<ReturnType<From>>;

interface Round {
	choices?: RoundChoices;
	people: (Read<typeof readArea> | Read<typeof readFloor> | Read<typeof readHouses>)['people'][number][];
	site?: Read<typeof readFloor>['site'];
	cordon?: Read<typeof readHouses>['cordon'];
	next?: string;
}

/** The list a round goes by: a floor of a site, the houses of a cordon or of one of its groups, else the whole area; or what to choose from first. */
export async function readRound(event: Event): Promise<Round> {
	const choices = await readRoundChoices(event);
	if (choices) return { choices, people: [] };
	const { searchParams } = event.url;
	const [site, cordon] = [searchParams.get('site'), searchParams.get('cordon')];
	if (site) return readFloor(event, site);
	if (cordon) return readHouses(event, cordon);
	return readArea(event);
}

async function readArea(event: Event) {
	const cursor = event.url.searchParams.get('after');
	const found = await askOrShow(event, listRound, { limit: aScreen, ...(cursor ? { cursor } : {}) });
	return {
		people: found.people.map(({ maskedName, birthYear, ...one }) => ({
			...one,
			name: nameOf({ maskedName, birthYear }),
		})),
		...(found.nextCursor ? { next: `?all=yes&after=${encodeURIComponent(found.nextCursor)}` } : {}),
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
	const isLeft = searchParams.has('left');
	const found = await askOrShow(event, listHouses, {
		...{ cordonId, isLeft, ...(group ? { group } : {}), ...(cursor ? { cursor } : {}) },
	});
	const part = { cordon: cordonId, ...(group ? { group } : { all: 'yes' }) };
	const query = { ...part, ...(isLeft ? { left: 'yes' } : {}) };
	return {
		people: found.people.map(({ maskedName, birthYear, dwelling, group: _group, ...one }) => ({
			...{ ...one, name: nameOf({ maskedName, birthYear }), place: dwelling },
		})),
		cordon: {
			...{ cordonId, group, isLeft, start: `?${new URLSearchParams(query)}` },
			...{ all: `?${new URLSearchParams(part)}`, left: `?${new URLSearchParams({ ...part, left: 'yes' })}` },
		},
		...(found.nextCursor ? { next: `?${new URLSearchParams({ ...query, after: found.nextCursor })}` } : {}),
	};
}
