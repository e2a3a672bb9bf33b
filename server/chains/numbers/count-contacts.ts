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
const origins = ['visit', 'interview', 'import', 'proximity'];

/** What the contacts of the cases tell: how quickly they were found and tested, how many fell ill, whom each chain met. */
export function countContacts(
	{ contacts, now, today }: Pick<NumbersQuestion, 'contacts' | 'now' | 'today'>,
	ids: IdNumbers,
	chains: Chains,
) {
	const count = contacts.length / rowBytes.contacts;
	const cases = ids.addColumn(contacts, rowBytes.contacts, 0);
	const personIds = new IdNumbers(count);
	const people = personIds.addColumn(contacts, rowBytes.contacts, 8);
	const column = (at: number) => readColumn(contacts, rowBytes.contacts, at);
	const [found, ordered, ill, sampled, followedUntil, origin] = [16, 20, 24, 28, 32, 36].map(column) as Int32Array[];

	function* times(): Iterable<ContactTimes> {
		for (let one = 0; one < count; one++) {
			const [illOn, sampledOn] = [known(ill![one]!), known(sampled![one]!)];
			yield {
				found: found![one]! * 60_000,
				quarantined: toMoment(ordered![one]!),
				...(illOn === undefined ? {} : { symptoms: illOn * dayLong - offset }),
				...(sampledOn === undefined ? {} : { tested: sampledOn * dayLong - offset }),
				...{ daysDue: 0, daysSeen: 0, isLost: false },
			};
		}
	}
	function* followed(): Iterable<FollowedContact> {
		for (let one = 0; one < count; one++)
			yield {
				relation: origins[origin![one]!]!,
				isComplete: followedUntil![one]! < today,
				becameCase: known(ill![one]!) !== undefined,
			};
	}
	const all = measureTimeliness([], times(), now);
	const indicators: Pick<Indicators, 'quarantined' | 'tested'> = { quarantined: all.quarantined, tested: all.tested };
	const { lost: stillFollowed, ...attack } = secondaryAttack(followed());
	return {
		met: countMet(chains, { cases, people }, personIds.count),
		people: { count, indicators, attack: { ...attack, stillFollowed } },
	};
}
