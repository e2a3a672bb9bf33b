import { type Chains, findChains, isActive, noDay } from '#shared/epi/chains';
import { dayText } from '#shared/epi/day-number';
import { judgeLink } from '#shared/epi/link-dates';
import { countOffspring, fitOffspring, type OffspringFit, shareFromTop } from '#shared/epi/offspring';
import { discreteSerialInterval, estimateReproduction } from '#shared/epi/reproduction';
import { serialIntervals, spreadOf } from '#shared/epi/serial-interval';
import { countContacts } from './count-contacts.ts';
import { IdNumbers, known, readColumn, rowBytes } from './packed.ts';
import type { NumbersQuestion } from './question.ts';
import { measureCases } from './times.ts';

/** Viet Nam is seven hours ahead of Greenwich, in every season. */
const minutesAhead = 420;

const listed = { chains: 50, days: 180 };

/** Everything an outbreak's links tell, from packed integers. */
export function countNumbers(question: NumbersQuestion) {
	const { cases, links, today, incubationDaysMax } = question;
	const inReach = cases.length / rowBytes.cases;
	const ids = new IdNumbers(inReach + 2 * (links.length / rowBytes.links));
	ids.addColumn(cases, rowBytes.cases, 0);
	const ends = {
		infectors: ids.addColumn(links, rowBytes.links, 0),
		infectees: ids.addColumn(links, rowBytes.links, 8),
	};
	// Of cases elsewhere, which only links tell of, no day is known.
	const column = (at: number) => withUnknown(readColumn(cases, rowBytes.cases, at), ids.count);
	const [days, onsets] = [column(8), column(12)];
	const chains = findChains(ids.count, ends, days);
	const { people, met } = countContacts(question, ids, chains);
	const offspring = countOffspring(chains.infected.subarray(0, inReach));
	const fit = fitOffspring(offspring);
	const serial = spreadOf(serialIntervals(ends, onsets));
	return {
		cases: inReach,
		elsewhere: ids.count - inReach,
		links: ends.infectors.length,
		chains: summarise(chains, { today, incubationDaysMax }),
		longest: listChains(chains, { ids, inReach, days, today, incubationDaysMax, met }),
		offspring: { histogram: offspring.slice(0, 1_000), ...(fit ? tellFit(fit) : {}) },
		...(serial ? { serial } : {}),
		...measureOverTime(days.subarray(0, inReach), question),
		faultyLinks: countFaulty(question, ends, inReach),
		indicators: { ...measureCases(cases, question.now), ...people.indicators },
		attack: people.attack,
		contacts: people.count,
	};
}
export type Numbers = ReturnType<typeof countNumbers>;

/** k without an end is left out: the cases differ no more than chance makes them. */
const tellFit = ({ dispersion, ...fit }: OffspringFit) => ({
	fit: { ...fit, ...(Number.isFinite(dispersion) ? { dispersion } : {}) },
	topFifth: shareFromTop(0.2, dispersion),
});

function withUnknown(column: Int32Array, length: number): Int32Array {
	const longer = new Int32Array(length).fill(noDay);
	longer.set(column);
	return longer;
}

interface Now {
	today: number;
	incubationDaysMax: number;
}

function summarise({ count, sizes, lengths, lastDays }: Chains, { today, incubationDaysMax }: Now) {
	let [joined, active, largest, longest] = [0, 0, 0, 0];
	for (let chain = 0; chain < count; chain++) {
		if (sizes[chain]! < 2) continue;
		joined++;
		if (isActive(lastDays[chain]!, today, incubationDaysMax)) active++;
		largest = Math.max(largest, sizes[chain]!);
		longest = Math.max(longest, lengths[chain]!);
	}
	return { joined, alone: count - joined, active, largest, longest };
}

/** The largest chains, each by the earliest case of it that is in reach. */
function listChains(
	{ count, chainOf, sizes, links, lengths, firstDays, lastDays }: Chains,
	more: Now & { ids: IdNumbers; inReach: number; days: Int32Array; met: Int32Array },
) {
	const firstOf = new Int32Array(count).fill(-1);
	for (let one = 0; one < more.inReach; one++) {
		const known = firstOf[chainOf[one]!]!;
		if (known < 0 || more.days[one]! < more.days[known]!) firstOf[chainOf[one]!] = one;
	}
	const order = Int32Array.from({ length: count }, (_, chain) => chain).filter((chain) => sizes[chain]! > 1);
	order.sort((one, other) => sizes[other]! - sizes[one]! || lastDays[other]! - lastDays[one]!);
	return Array.from(order.subarray(0, listed.chains), (chain) => ({
		...{ cases: sizes[chain]!, links: links[chain]!, length: lengths[chain]!, contacts: more.met[chain]! },
		...(firstOf[chain]! < 0 ? {} : { caseId: more.ids.idOf(firstOf[chain]!) }),
		...(firstDays[chain] === noDay ? {} : { firstOn: dayText(firstDays[chain]!), lastOn: dayText(lastDays[chain]!) }),
		isActive: isActive(lastDays[chain]!, more.today, more.incubationDaysMax),
	}));
}

/** How many fell ill each day until today, and R over each week of them: of the last days only. */
function measureOverTime(days: Int32Array, { today, serialDaysMean, serialDaysSd }: NumbersQuestion) {
	const first = Math.max(
		days.reduce((least, day) => Math.min(least, day), today),
		today - listed.days + 1,
	);
	const incidence = Array<number>(today - first + 1).fill(0);
	for (const day of days) if (day >= first && day <= today) incidence[day - first]!++;
	const interval = discreteSerialInterval(serialDaysMean, serialDaysSd, incidence.length);
	const windows = serialDaysMean > 1 ? estimateReproduction(incidence, interval) : [];
	return {
		curve: incidence.map((count, index) => ({ on: dayText(first + index), count })),
		reproduction: windows.map(({ from, until, mean, low, high }) => ({
			...{ from: dayText(first + from), until: dayText(first + until), mean, low, high },
		})),
	};
}

/** How many links between cases in reach have days that cannot be. */
function countFaulty(
	{ cases, links, incubationDaysMax }: NumbersQuestion,
	{ infectors, infectees }: { infectors: Int32Array; infectees: Int32Array },
	inReach: number,
): number {
	const column = (at: number) => readColumn(cases, rowBytes.cases, at);
	const [onsets, sampled, isolated, before, after] = [12, 16, 24, 32, 36].map(column) as Int32Array[];
	const contactDays = readColumn(links, rowBytes.links, 16);
	let faulty = 0;
	for (let link = 0; link < infectors.length; link++) {
		const [infector, infectee] = [infectors[link]!, infectees[link]!];
		if (infector >= inReach || infectee >= inReach) continue;
		const anchor = known(onsets![infector]!) ?? known(sampled![infector]!);
		const isolatedOn = known(isolated![infector]!);
		const last = isolatedOn === undefined ? Infinity : Math.floor((isolatedOn + minutesAhead) / 1_440);
		const faults = judgeLink(
			{
				infectorOnset: known(onsets![infector]!),
				infecteeOnset: known(onsets![infectee]!),
				contactOn: known(contactDays[link]!),
				...(anchor === undefined
					? {}
					: {
							infectiousFrom: anchor - before![infector]!,
							infectiousUntil: Math.min(anchor + after![infector]!, last),
						}),
			},
			{ daysBefore: before![infector]!, incubationDaysMax },
		);
		if (faults.length) faulty++;
	}
	return faulty;
}
