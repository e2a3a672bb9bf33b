import type { RequestEvent } from '@sveltejs/kit';
import { error, isActionFailure, redirect } from '@sveltejs/kit';
import { confirm, getStanding } from '#declarations';
import { explainCode, getPlace } from '#places';
import { Problem } from '#platform/problem';
import { running } from '#platform/running';
import { readPlaceCode } from '#shared/codes/place-code';
import { listBoarding } from '#trips';
import { checkIn, checkOut } from '#visits';
import { ask, askOrReturn, askOrShow, signInPath } from '#web/server/ask.ts';
import { readMe } from '#web/server/declaration-form.ts';
import { readOwnRestrictions } from '#web/server/own-restrictions.ts';
import type { Actions, PageServerLoad } from './$types';

type PageEvent = Pick<RequestEvent, 'locals' | 'url'>;

export const load: PageServerLoad = async (event) => {
	if (!readPlaceCode(event.params.code)) await explain(event, event.params.code);
	const found = await askOrShow(event, getPlace, { code: event.params.code });
	// A seat's own QR names it.
	const seat = event.url.searchParams.get('seat')?.slice(0, 20) ?? '';
	if (event.locals.caller.actor.kind !== 'account') return { found, seat, people: undefined };
	return { found, seat, people: await readPeople(event), vehicle: await readVehicle(event, found) };
};

/** The departures that board now, and the likely one. */
const readVehicle = async (event: PageEvent, { place, code }: { place: { isVehicle: boolean }; code: string }) =>
	place.isVehicle ? askOrShow(event, listBoarding, { code }) : undefined;

/** What was typed is no place code of ours: an old one leads to its place, any other is explained. */
async function explain(event: Pick<RequestEvent, 'locals' | 'url'>, text: string): Promise<void> {
	const known = await askOrShow(event, explainCode, { text });
	if (known.code) redirect(303, `/p/${known.code}`);
	if (known.kind && known.words)
		error(404, event.locals.language === 'vi' ? 'Mã này không mở được' : 'This code cannot be opened', {
			detail: known.words[event.locals.language],
			code: 'place-not-found',
		});
}

/** The account's people with what they may do: go in, or declare first. */
async function readPeople(event: Pick<RequestEvent, 'locals'>) {
	const { persons } = await readMe(event);
	const { standings } = await ask(event, getStanding, {});
	const byPerson = new Map(standings.map((standing) => [standing.person, standing]));
	return persons.map((person) => {
		const standing = byPerson.get(person.personId);
		return {
			...person,
			standing: standing?.isValid ? standing : undefined,
			canConfirm: standing !== undefined && !standing.isValid && standing.level === 'green',
			// Made with the page, so that a button pressed twice is one visit.
			visitId: crypto.randomUUID(),
		};
	});
}

export const actions: Actions = {
	in: (event) => go(event, 'in'),
	out: (event) => go(event, 'out'),
	confirm: async (event) => {
		const posted = await event.request.formData();
		const [person, id] = [String(posted.get('person')), String(posted.get('id'))];
		const done = await askOrReturn(event, {}, () => ask(event, confirm, { person, id }));
		if (isActionFailure(done)) return done;
		redirect(303, event.url.pathname);
	},
};

async function go(event: RequestEvent<{ code: string }>, direction: 'in' | 'out') {
	if (event.locals.caller.actor.kind !== 'account') redirect(303, signInPath(event.url));
	const { place, gate } = await askOrShow(event, getPlace, { code: event.params.code });
	const people = await readPeople(event);
	const posted = await event.request.formData();
	const chosen = people.filter((one) => posted.getAll('person').includes(one.personId));
	if (!chosen.length) return nobodyChosen(event);
	const operation = direction === 'in' ? checkIn : checkOut;
	const trip = String(posted.get('trip') ?? '').slice(0, 19);
	const seatOf = (personId: string) =>
		String(posted.get(`seat-${personId}`) ?? '')
			.trim()
			.slice(0, 20);
	const seats = Object.fromEntries(chosen.map(({ personId }) => [personId, seatOf(personId)]));
	const values = { trip, seats, chosen: chosen.map(({ personId }) => personId) };
	return askOrReturn(event, values, async () => {
		const answers = await Promise.all(
			chosen.map(async ({ personId, name }) => {
				const id = String(posted.get(`visit-${personId}`) ?? crypto.randomUUID());
				const input = {
					...{ id, place: place.placeId, gate, person: personId },
					...(trip ? { trip } : {}),
					...(seats[personId] ? { seat: seats[personId] } : {}),
				};
				const answer = ask(event, operation, input).catch((problem) => tellSeat(problem, personId));
				return { personId, name, ...(await answerOf(answer, direction)) };
			}),
		);
		return { direction, at: running.platform!.clock.now().toISOString(), answers, why: await readWhy(event, answers) };
	});
}

/** Why an authority stops somebody: the door does not learn it, but they themself do. */
async function readWhy(
	event: Pick<RequestEvent, 'locals'>,
	answers: readonly { personId: string; name: string; reasons: readonly { code: string }[] }[],
) {
	const stopped = answers.filter(({ reasons }) => reasons.some(({ code }) => code === 'call-health-station'));
	if (!stopped.length) return [];
	const restrictionsOf = await readOwnRestrictions(event);
	return stopped.map(({ personId, name }) => ({ personId, name, ...restrictionsOf(personId) }));
}

/** Each person has a seat of their own on the page, so a fault leads to the right one. */
function tellSeat(problem: unknown, personId: string): never {
	if (problem instanceof Problem && problem.code === 'seat-unknown')
		throw new Problem('seat-unknown', { field: `seat-${personId}` });
	throw problem;
}

/** Leaving without having come in is told to the one person and does not stop the others. */
async function answerOf(
	answer: ReturnType<typeof ask<typeof checkIn.input, typeof checkIn.output>>,
	direction: 'in' | 'out',
) {
	try {
		const { verdict, reasons, enteredAt, leftAt, isRepeat } = await answer;
		return { verdict: direction === 'out' ? ('left' as const) : verdict, reasons, enteredAt, leftAt, isRepeat };
	} catch (problem) {
		if (!(problem instanceof Problem) || problem.code !== 'not-inside') throw problem;
		return { verdict: 'not-inside' as const, reasons: [] };
	}
}

function nobodyChosen(event: RequestEvent) {
	return askOrReturn(event, {}, async () => {
		throw new Problem('nobody-chosen', { field: 'people' });
	});
}
