import { listContactRules, listDiseases } from '#diseases';
import { rolesOf } from '#platform/actor';
import { running } from '#platform/running';
import { dayOf } from '#shared/language';
import { askOrShow } from '#web/server/ask.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const [{ diseases }, { rules }] = await Promise.all([
		askOrShow(event, listDiseases, {}),
		askOrShow(event, listContactRules, {}),
	]);
	return {
		diseases: diseases.map((one) => ({ ...one, rules: rules.filter(({ disease }) => disease === one.disease) })),
		today: dayOf(running.platform!.clock.now()),
		isAdministrator: rolesOf(event.locals.caller.actor).some(({ name }) => name === 'administrator'),
	};
};
