import type { Chains } from '#shared/epi/chains';
import { countMet } from '#shared/epi/met';
import { type FollowedContact, secondaryAttack } from '#shared/epi/secondary-attack';
import { type ContactTimes, type Indicators, measureTimeliness } from '#shared/epi/timeliness';
import { IdNumbers, known, readColumn, rowBytes } from './packed.ts';
import type { NumbersQuestion } from './question.ts';
import { toMoment } from './times.ts';

const dayLong = 86_400_000;
/** Midnight in Viet Nam, before the same day's in Greenwich. */
const offset = 7 * 3_600_000;

/** What the contacts of the cases tell: how quickly they were found and tested, how many fell ill, whom each chain met. */
export function countContacts(
	{ contacts, circumstances, now, today }: Pick<NumbersQuestion, 'contacts' | 'circumstances' | 'now' | 'today'>,
	ids: IdNumbers,
	chains: Chains,
) {
	const count = contacts.length / rowBytes.contacts;
	const cases = ids.addColumn(contacts, rowBytes.contacts, 0);
	const personIds = new IdNumbers(count);
	const people = personIds.addColumn(contacts, rowBytes.contacts, 8);
	const column = (at: number) => readColumn(contacts, rowBytes.contacts, at);
	const [found, ordered, ill, sampled, followedUntil] = [16, 20, 24, 28, 32].map(column) as Int32Array[];
	const [circumstance, notified] = [36, 40].map(column) as Int32Array[];

	function* times(): Iterable<ContactTimes> {
		for (let one = 0; one < count; one++) {
			const [illOn, sampledOn] = [known(ill![one]!), known(sampled![one]!)];
			yield {
				found: found![one]! * 60_000,
				quarantined: toMoment(ordered![one]!),
				notified: toMoment(notified![one]!),
				...(illOn === undefined ? {} : { symptoms: illOn * dayLong - offset }),
				...(sampledOn === undefined ? {} : { tested: sampledOn * dayLong - offset }),
				...{ daysDue: 0, daysSeen: 0, isLost: false },
			};
		}
	}
	function* followed(): Iterable<FollowedContact> {
		for (let one = 0; one < count; one++)
			yield {
				relation: circumstances[circumstance![one]!]!,
				isComplete: followedUntil![one]! < today,
				becameCase: known(ill![one]!) !== undefined,
			};
	}
	const all = measureTimeliness([], times(), now);
	const { notified: told, quarantined, tested } = all;
	const indicators: Pick<Indicators, 'notified' | 'quarantined' | 'tested'> = { notified: told, quarantined, tested };
	const { lost: stillFollowed, ...attack } = secondaryAttack(followed());
	return {
		met: countMet(chains, { cases, people }, personIds.count),
		people: { count, indicators, attack: { ...attack, stillFollowed } },
	};
}
