import type { RequestEvent } from '@sveltejs/kit';
import { countRound } from '#monitoring';
import { countReported } from '#residents';
import { listFloors, listSites } from '#sites';
import { listCordons } from '#zones';
import { askOrShow } from './ask.ts';

type Event = Pick<RequestEvent, 'locals' | 'url'>;

/** Where a round may go: what it is, how many are to report there today, and how many have yet to. */
export interface RoundChoice {
	kind: 'site' | 'floor' | 'cordon' | 'group' | 'all-houses' | 'area';
	href: string;
	/** What it is called; of a floor its building, of a cordon the part it is. */
	name: string;
	floor?: string;
	areaName?: { vi: string; en: string };
	people: number;
	waiting: number;
	hasMore?: boolean;
}

export interface RoundChoices {
	of?: { kind: 'site' | 'cordon'; id: string; name: string };
	choices: RoundChoice[];
	/** There are more sites or cordons than are shown. */
	hasMore?: boolean;
}

const placesMax = 12;

/** What to choose from before a round begins; undefined where there is one list only, or one was chosen. */
export async function readRoundChoices(event: Event): Promise<RoundChoices | undefined> {
	const { searchParams } = event.url;
	const [site, cordon] = [searchParams.get('site'), searchParams.get('cordon')];
	if (['all', 'after', 'floor', 'building', 'group'].some((name) => searchParams.has(name))) return undefined;
	if (site) return readFloors(event, site);
	if (cordon) return readGroups(event, cordon);
	return readPlaces(event);
}

async function readFloors(event: Event, siteId: string): Promise<RoundChoices | undefined> {
	const { name, floors } = await askOrShow(event, listFloors, { siteId });
	if (floors.length < 2) return undefined;
	return {
		of: { kind: 'site', id: siteId, name },
		choices: floors.map(({ building, floor, people, waiting }) => ({
			...{ kind: 'floor' as const, name: building, floor, people, waiting },
			href: `?${new URLSearchParams({ site: siteId, building, floor })}`,
		})),
	};
}

async function readGroups(event: Event, cordonId: string): Promise<RoundChoices | undefined> {
	const { groups, all } = await askOrShow(event, countReported, { cordonId });
	if (groups.length < 2) return undefined;
	const toChoice = ({ people, reported }: typeof all) => ({ people, waiting: people - reported });
	return {
		of: { kind: 'cordon', id: cordonId, name: '' },
		choices: [
			...groups.map((one) => ({
				...{ kind: 'group' as const, name: one.group, ...toChoice(one) },
				href: `?${new URLSearchParams({ cordon: cordonId, group: one.group })}`,
			})),
			{
				kind: 'all-houses',
				name: '',
				href: `?${new URLSearchParams({ cordon: cordonId, all: 'yes' })}`,
				...toChoice(all),
			},
		],
	};
}

async function readPlaces(event: Event): Promise<RoundChoices | undefined> {
	const [{ sites, nextAfter }, { cordons, nextCursor }] = await Promise.all([
		askOrShow(event, listSites, { limit: placesMax }),
		askOrShow(event, listCordons, { limit: placesMax }),
	]);
	const found = await Promise.all([
		...sites.filter(({ taken }) => taken).map((one) => readSite(event, one)),
		...cordons.map((one) => readCordon(event, one)),
	]);
	const choices = found.filter(({ people }) => people);
	if (!choices.length) return undefined;
	const area = await askOrShow(event, countRound, {});
	return {
		choices: [...choices, { kind: 'area', name: '', href: '?all=yes', ...area }],
		hasMore: nextAfter !== undefined || nextCursor !== undefined,
	};
}

async function readSite(event: Event, { siteId, name }: { siteId: string; name: string }): Promise<RoundChoice> {
	const { floors } = await askOrShow(event, listFloors, { siteId });
	const sum = (of: 'people' | 'waiting') => floors.reduce((all, one) => all + one[of], 0);
	return { kind: 'site', name, href: `?site=${siteId}`, people: sum('people'), waiting: sum('waiting') };
}

async function readCordon(
	event: Event,
	{ cordonId, part = '', areaName }: { cordonId: string; part?: string; areaName: { vi: string; en: string } },
): Promise<RoundChoice> {
	const { people, reported } = (await askOrShow(event, countReported, { cordonId })).all;
	return { kind: 'cordon', name: part, areaName, href: `?cordon=${cordonId}`, people, waiting: people - reported };
}
