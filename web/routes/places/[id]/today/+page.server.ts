import { fail } from '@sveltejs/kit';
import { requestCode } from '#identity';
import { listInside, listToday } from '#logbook';
import { Problem } from '#platform/problem';
import { running } from '#platform/running';
import { lastClosing } from '#shared/closing';
import { checkInByPhone } from '#visits';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { readPlacePage, readTrips } from '#web/server/place-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const place = event.params.id;
	const cursor = event.url.searchParams.get('after') ?? undefined;
	const found = await readPlacePage(event, place);
	const today = await askOrShow(event, listToday, { place, ...(cursor ? { cursor } : {}) });
	const { visits: inside, isWhole } = await askOrShow(event, listInside, { place });
	const closedAt = found.closesAt === undefined ? undefined : lastClosing(found.closesAt, found.now);
	return {
		...found,
		today,
		inside,
		isWhole,
		trips: await readTrips(event, found.place, today.day),
		/** Who came before the place closed last and was not noted leaving. */
		notLeft: closedAt ? inside.filter((visit) => new Date(visit.enteredAt) < closedAt).length : 0,
		visitId: crypto.randomUUID(),
	};
};

export const actions: Actions = {
	/** The visitor gets a code on their ordinary phone. */
	send: async (event) => {
		const phone = String((await event.request.formData()).get('phone') ?? '').slice(0, 40);
		return askOrReturn(event, { phone }, async () => {
			const { challengeId } = await ask(event, requestCode, { phone });
			return { values: { phone, challengeId } };
		});
	},
	/** They read it out; the controller notes them going in or out. */
	visitor: async (event) => {
		const posted = await event.request.formData();
		const [phone, challengeId, code, id] = ['phone', 'challengeId', 'code', 'id'].map((name) =>
			String(posted.get(name) ?? ''),
		) as [string, string, string, string];
		const direction = posted.get('direction') === 'out' ? 'out' : 'in';
		const input = {
			id,
			place: event.params.id,
			gate: Number(posted.get('gate') ?? 1),
			direction,
			challenge: challengeId.slice(0, 40),
			code: code.slice(0, 12).padEnd(4),
		} as const;
		try {
			const answer = await askOrReturn(event, { phone, challengeId }, () => ask(event, checkInByPhone, input));
			if (!('verdict' in answer)) {
				// Who has not declared yet is declared for next, with the phone already filled in.
				const isMissing =
					'data' in answer && (answer.data as { fault?: { code?: string } }).fault?.code === 'declaration-missing';
				return isMissing ? fail(409, { mustDeclare: phone }) : answer;
			}
			return { answer, direction, phone, at: running.platform!.clock.now().toISOString() };
		} catch (problem) {
			if (problem instanceof Problem) return fail(problem.status, {});
			throw problem;
		}
	},
};
