import type { RequestEvent } from '@sveltejs/kit';
import { listContactRules, listDiseases } from '#diseases';
import { ask } from './ask.ts';

/** Dates as a form sends them; an empty field clears. A time of day is Viet Nam's. */
export function readCaseDates(posted: FormData) {
	const text = (name: string) => String(posted.get(name) ?? '').trim();
	const isolatedAt = text('isolatedAt');
	return {
		onsetOn: text('onsetOn') || null,
		sampledOn: text('sampledOn') || null,
		isolatedAt: isolatedAt ? `${isolatedAt}:00+07:00` : null,
	};
}

/** What `<input type="datetime-local">` shows for a moment: Viet Nam's time. */
export const toLocalInput = (moment: string | undefined): string =>
	moment ? new Date(Date.parse(moment) + 7 * 3_600_000).toISOString().slice(0, 16) : '';

/** The newest version of every rule to choose from, of one disease or of all, then with the disease’s name before it. */
export async function listRuleChoices(event: Pick<RequestEvent, 'locals'>, disease?: string) {
	const { rules } = await ask(event, listContactRules, {});
	const newest = new Map<string, (typeof rules)[number]>();
	for (const rule of rules)
		if (!newest.has(rule.rule) && (disease === undefined || rule.disease === disease)) newest.set(rule.rule, rule);
	const { language } = event.locals;
	const { diseases } = await ask(event, listDiseases, {});
	const named = new Map(diseases.map((one) => [one.disease, one.name[language]]));
	return [...newest.values()].map(({ rule, name, disease: of }) => {
		const [label, before] = [name[language], named.get(of) ?? of];
		return { value: rule, label: disease !== undefined || label.startsWith(before) ? label : `${before} – ${label}` };
	});
}
