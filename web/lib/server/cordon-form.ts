import type { RequestEvent } from '@sveltejs/kit';
import { listDiseases } from '#diseases';
import { ask } from './ask.ts';

/** The diseases there are, to choose from. */
export async function listDiseaseChoices(event: Pick<RequestEvent, 'locals'>) {
	const { diseases } = await ask(event, listDiseases, {});
	return diseases.map(({ disease, name }) => ({ value: disease, label: name[event.locals.language] }));
}

/** Long texts of a form: a list of addresses, an outline. */
export function readExtentTexts(posted: FormData): { part: string; households: string; outline: string } {
	const read = (name: string, max: number) =>
		String(posted.get(name) ?? '')
			.trim()
			.slice(0, max);
	return { part: read('part', 200), households: read('households', 200_000), outline: read('outline', 150_000) };
}

/** What of an area a form means; lines of addresses become a list. */
export function toExtent({ part, households, outline }: ReturnType<typeof readExtentTexts>) {
	const lines = households
		.split(/\r?\n/)
		.map((line) => line.trim().slice(0, 200))
		.filter(Boolean);
	return {
		...(part ? { part } : {}),
		...(lines.length ? { households: lines.slice(0, 1_000) } : {}),
		...(outline ? { outline } : {}),
	};
}

const people = 10;

/** The people of a form with numbered rows: `name-0`, `birth-0` … */
export function readMembers(posted: FormData) {
	const rows = Array.from({ length: people }, (_, index) => ({
		fullName: String(posted.get(`name-${index}`) ?? '')
			.trim()
			.slice(0, 200),
		birth: String(posted.get(`birth-${index}`) ?? '').trim(),
	}));
	return rows
		.filter(({ fullName }) => fullName)
		.map(({ fullName, birth }) => ({
			fullName,
			...(/^(18[89]|19\d|20\d|21\d)\d$/.test(birth) ? { birthYear: Number(birth) } : {}),
		}));
}
