import { readRegimes } from '#diseases';
import { readTestsOf } from '#laboratory';
import type { Db } from '#platform/db';
import { dayOf } from '#shared/language';
import { assessEnding, type EndingRule, type Missing } from './assess-ending.ts';
import type { CandidateRow } from './queries.ts';

export interface Assessed {
	order: CandidateRow;
	missing: Missing[];
}

/** An order without a regime asks for its days only. */
const daysOnly: EndingRule = { negativeTests: 0, symptomFreeDays: 0 };

/** What is missing to end each of some orders, a few hundred at most, by what is known at this moment. */
export async function readMissing(db: Db, orders: readonly CandidateRow[], now: Date): Promise<Assessed[]> {
	const asked = orders.flatMap(({ regime, regime_version }) => (regime ? [{ regime, version: regime_version! }] : []));
	const [regimes, tests] = await Promise.all([
		readRegimes(db, asked),
		readTestsOf(
			db,
			orders.map(({ person_id }) => person_id),
		),
	]);
	return orders.map((order) => {
		const regime = regimes.get(`${order.regime}/${order.regime_version}`);
		const own = tests.get(order.person_id) ?? [];
		const facts = {
			...{ fromOn: order.from_on, untilOn: order.until_on, lastSymptomOn: order.last_symptom_on },
			isSymptomatic: order.is_symptomatic ?? false,
			tests: regime ? own.filter(({ disease }) => disease === regime.disease) : own,
		};
		return { order, missing: assessEnding(facts, regime ?? daysOnly, dayOf(now)) };
	});
}
