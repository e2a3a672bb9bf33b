import type { Db } from '#platform/db';
import { dayOf, shiftDay, startOfDay } from '#shared/language';
import type { YearCount } from './assess/by-usual.ts';
import type { Facts } from './assess/facts.ts';
import { selectShares } from './queries.ts';
import { type AreaFactsRow, selectAreaFacts, selectCaseCounts, selectCounted, selectHistory } from './queries-facts.ts';

/** All that is known of an area on a day. */
export interface KnownArea {
	areaId: number;
	path: string;
	level: string;
	population: number | undefined;
	/** What was told within a fortnight, with our own cases and the levels of the communes below. */
	facts: Facts;
	/** 1 where none was decided. */
	current: number;
	week: { cases: number; earlier: YearCount[] };
	month: { cases: number; earlier: YearCount[] };
}

/** More than Viet Nam has provinces and communes. */
const areasMax = 5_000;

/** Reads what is known of an area and all below it: six statements, however many there are. */
export async function readFacts(
	db: Db,
	{ path, disease, now, isByUsual }: { path: string; disease: string; now: Date; isByUsual: boolean },
): Promise<KnownArea[]> {
	const day = dayOf(now);
	const starts = { week: weekStart(day), month: `${day.slice(0, 8)}01` };
	const rows = await db.rows(selectAreaFacts({ path, disease, day, now, limit: areasMax }));
	const areas = rows.map((row) => row.area_id);
	const provinces = rows.filter((row) => row.level === 'province').map((row) => row.area_id);
	const from = {
		week: startOfDay(shiftDay(day, -6)),
		weekStart: startOfDay(starts.week),
		monthStart: startOfDay(starts.month),
	};
	const [cases, shares, counted, history] = await Promise.all([
		db.rows(selectCaseCounts(path, disease, from)),
		db.rows(selectShares(provinces, disease, day, now)),
		db.rows(selectCounted({ areas, disease, weekStart: starts.week, monthStart: starts.month })),
		isByUsual ? db.rows(selectHistory({ areas, disease, day })) : [],
	]);
	const casesOf = sumUp(cases);
	const sharesOf = new Map(shares.map((row) => [row.parent_id, row]));
	const countedOf = new Map(counted.map((row) => [`${row.span} ${row.area_id}`, row.cases]));
	const historyOf = new Map<string, YearCount[]>();
	for (const { area_id, span, year, cases: count, is_epidemic } of history) {
		const key = `${span} ${area_id}`;
		historyOf.set(key, [...(historyOf.get(key) ?? []), { year, cases: count, isEpidemic: is_epidemic }]);
	}
	return rows.map((row) => {
		const own = casesOf.get(row.area_path);
		const spanOf = (span: 'week' | 'month') => ({
			cases: Math.max(countedOf.get(`${span} ${row.area_id}`) ?? 0, own?.[span] ?? 0),
			earlier: historyOf.get(`${span} ${row.area_id}`) ?? [],
		});
		return {
			...{ areaId: row.area_id, path: row.area_path, level: row.level, current: row.current ?? 1 },
			population: row.population ?? undefined,
			facts: factsOf(row, own, sharesOf.get(row.area_id)),
			...{ week: spanOf('week'), month: spanOf('month') },
		};
	});
}

type Cases = Record<'last7' | 'week' | 'month' | 'open', number>;

/** A case counts for the area that leads it and for all those above. */
function sumUp(rows: readonly (Cases & { area_path: string })[]): Map<string, Cases> {
	const sums = new Map<string, Cases>();
	for (const { area_path, ...counts } of rows) {
		const parts = area_path.split('.');
		for (let length = parts.length; length > 0; length--) {
			const path = parts.slice(0, length).join('.');
			const sum = sums.get(path) ?? { last7: 0, week: 0, month: 0, open: 0 };
			for (const name of ['last7', 'week', 'month', 'open'] as const) sum[name] += counts[name];
			sums.set(path, sum);
		}
	}
	return sums;
}

/** What an officer told wins over what is counted here: their count has cases that are not in the system. */
function factsOf(row: AreaFactsRow, own: Cases | undefined, shares: Shares | undefined): Facts {
	const share = (count: number) => (shares?.communes ? (count * 100) / shares.communes : 0);
	return {
		...{ newCases: own?.last7 ?? 0, confirmedCases: own?.open ?? 0 },
		...(row.level === 'province' && shares
			? {
					...{ shareVeryHigh: share(shares.very_high), shareHigh: share(shares.high) },
					...{ shareAtRisk: share(shares.at_risk), communesVeryHigh: shares.very_high },
				}
			: {}),
		...row.facts,
	};
}

type Shares = Record<'communes' | 'very_high' | 'high' | 'at_risk', number>;

/** The Monday a day's week begins on. */
export function weekStart(day: string): string {
	const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
	return shiftDay(day, -weekday);
}
