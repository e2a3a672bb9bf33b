import { listProfiles } from '#identity';
import { fillWith } from '#messages';
import { type Due, listDue } from '#monitoring';
import type { Platform } from '#platform/platform';
import { chunks } from '#platform/sql';
import { hashLink, linkToken } from './link.ts';
import { insertLinks, selectHouseholdsOf } from './queries.ts';

/** Says what stands in a reminder's place for a link and for the people of a household. */
export function fillReminders(): void {
	fillWith('report-link', fillLinks, { vi: 'mục Báo sức khoẻ hằng ngày', en: 'the page Daily health report' });
	fillWith('report-people', fillPeople, { vi: 'xem ở mục Báo sức khoẻ', en: 'see Daily health report' });
}

/** The link of each person's household, kept as a hash; nobody is left out who has yet to report at this moment. */
async function fillLinks(platform: Platform, persons: readonly string[]): Promise<Map<string, string>> {
	const { db, keys, config } = platform;
	const due = await readDue(platform, persons);
	const links = new Map<string, string>();
	const rows = [];
	for (const { personId, household, version } of due) {
		const token = linkToken(keys, household, version);
		links.set(personId, `${config.origin}/r/${token}`);
		rows.push({ hash: hashLink(keys, token), household, version });
	}
	for (const some of chunks(rows)) await db.run(insertLinks(some));
	return links;
}

/** `1: sinh 1965, 2: sinh 1994`: in the order in which an answer counts them. */
async function fillPeople(platform: Platform, persons: readonly string[]): Promise<Map<string, string>> {
	const due = await readDue(platform, persons);
	const profiles = await listProfiles(
		platform,
		due.flatMap(({ people }) => people.map(({ person }) => person)),
	);
	return new Map(
		due.map(({ personId, people }) => [
			personId,
			people
				.map(({ person }, index) => `${index + 1}: sinh ${profiles.get(person)?.birthYear ?? '?'}`)
				.slice(0, shownMax)
				.join(', ') + (people.length > shownMax ? ' ...' : ''),
		]),
	);
}

/** A text message is two parts at most; a larger family opens the link. */
const shownMax = 5;

interface DueHousehold {
	personId: string;
	household: string;
	version: number;
	people: Due[];
}

async function readDue({ db, clock }: Platform, persons: readonly string[]): Promise<DueHousehold[]> {
	const households = await db.rows(selectHouseholdsOf(persons));
	const due = await listDue(db, { households: [...new Set(households.map((row) => row.household_id))] }, clock.now());
	const byHousehold = Map.groupBy(due, ({ household }) => household);
	return households.flatMap(({ person_id, household_id, link_version }) => {
		const people = byHousehold.get(household_id) ?? [];
		if (!people.some(({ level }) => !level)) return [];
		return [{ personId: person_id, household: household_id, version: link_version, people }];
	});
}
