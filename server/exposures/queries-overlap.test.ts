import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTracing, type Tracing } from '#test/tracing';
import { rewriteDay } from '#visits';
import { planByKey, selectMet } from './queries-overlap.ts';

let tracing: Tracing;
let client: pg.PoolClient;
beforeAll(async () => {
	tracing = await openTracing();
	client = await tracing.platform.db.connect();
});
afterAll(async () => {
	client.release(true);
	await tracing.platform.close();
});

interface Node {
	'Node Type': string;
	'Relation Name'?: string;
	'Index Name'?: string;
	'Actual Loops': number;
	'Actual Rows': number;
	'Rows Removed by Filter'?: number;
	Plans?: Node[];
}

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

const search = (personId: string) => {
	const window = { from: new Date('2026-11-11T00:00:00+07:00'), until: new Date('2026-11-18T00:00:00+07:00') };
	return selectMet([{ personId, ...window, sameGate: false, sameTrip: true }], { limit: 1_000 });
};

/** Runs the prepared search of a person under the plan PostgreSQL keeps for it, and tells what it read of which day. */
async function readBySearch(personId: string) {
	const values = search(personId).values.map((value) =>
		value === null ? 'null' : `'${value instanceof Date ? value.toISOString() : value}'`,
	);
	await client.query('begin');
	await client.query(planByKey() as pg.QueryConfig);
	const { rows } = await client.query(`explain (analyze, format json) execute search (${values.join(',')})`);
	await client.query('commit');
	const visited = nodesOf(rows[0]['QUERY PLAN'][0].Plan).filter((node) => node['Relation Name']?.startsWith('visit_'));
	return {
		scans: new Set(visited.map((node) => node['Node Type'])),
		days: new Set(visited.filter((node) => node['Actual Loops'] > 0).map((node) => node['Relation Name'])),
		indexes: new Set(visited.filter((node) => node['Actual Loops'] > 0).map((node) => node['Index Name'])),
		rows: visited.reduce(
			(sum, node) => sum + (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'],
			0,
		),
	};
}

/** 21 days with 3,000 visits each at 100 places; the person with the number 7 went out once a day. */
const fill = `insert into visits.visit (place_id, entered_at, person_id, left_at, visit_id, recorded_at, verdict)
	select place.id, day + n * interval '15 seconds', case n when 7 then 7 else 1000 + n end,
		day + n * interval '15 seconds' + interval '40 minutes', gen_random_uuid(), day, 0
	from generate_series(timestamptz '2026-11-03 08:00+07', '2026-11-23 08:00+07', interval '1 day') as day,
		generate_series(1, 3000) as n,
		lateral (select place_id as id from places.place order by place_id offset n % 100 limit 1) as place`;

describe('finding who met a case', () => {
	test('goes by keys into the days of the window, also when the plan was made while all days were empty', async () => {
		await client.query(`insert into places.place (place_id, name, folded, type, registered_at)
			select n, 'p', 'p', 'cafe', now() from generate_series(1, 100) as n`);
		await client.query('vacuum analyze visits.visit');
		await client.query(`prepare search as ${search('7').text}`);
		const empty = await readBySearch('7');
		await client.query(fill);

		const filled = await readBySearch('7');

		expect([...empty.scans, ...filled.scans].filter((scan) => !/^(Bitmap )?Index|^Bitmap Heap/.test(scan))).toEqual([]);
		// The week of the window, and the day before it for a stay that reaches into it.
		expect([...filled.days].sort()).toEqual([10, 11, 12, 13, 14, 15, 16, 17].map((day) => `visit_202611${day}`));
		// 63,000 visits are stored; a place has 30 a day.
		expect(filled.rows).toBeLessThan(1_000);
	});

	test('reads of a rewritten day those who may still have been there, and finds who had stayed for hours', async () => {
		const { db, clock } = tracing.platform;
		const before = await readBySearch('7');
		await client.query(`insert into visits.visit (place_id, entered_at, person_id, left_at, visit_id, recorded_at, verdict)
			select place_id, entered_at - interval '7 hours', 8, entered_at + interval '1 minute', gen_random_uuid(), now(), 0
			from visits.visit where person_id = 7 and entered_at > '2026-11-14 00:00+07' and entered_at < '2026-11-15 00:00+07'`);
		for (const day of [10, 11, 12, 13, 14, 15, 16, 17]) await rewriteDay(db, `2026-11-${day}`, clock.now());

		const after = await readBySearch('7');

		expect(after.indexes).toContain('visit_20261114_long_stay');
		expect(after.rows).toBeLessThan(before.rows / 2);
		const { rows } = await client.query(search('7') as pg.QueryConfig);
		expect(rows.filter(({ persons }) => persons?.split(',').includes('8'))).toHaveLength(1);
	});
});
