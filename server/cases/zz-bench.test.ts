import { afterAll, beforeAll, test } from 'vitest';
import { call } from '#platform/call';
import { sql } from '#platform/sql';
import { addCase, addPerson, openTracing, type Tracing } from '#test/tracing';
import { findContacts } from './find-contacts.ts';
import { listContacts } from './list-contacts.ts';
import { searchContacts } from './search.ts';
import { getOpenCaseRow } from './case.ts';

let tracing: Tracing;
beforeAll(async () => void (tracing = await openTracing()));
afterAll(() => tracing.platform.close());

test('bench', async () => {
	const { platform, officer, areas } = tracing;
	const { db } = platform;
	const client = await db.connect();
	await client.query('set statement_timeout = 0');
	await client.query({ text: `insert into places.place (place_id,name,folded,type,registered_at,area_id) select i,'p'||i,'p','cafe','2026-01-01',$1 from generate_series(1,4000) i`, values: [areas.baDinh.areaId], query_timeout: 600000 } as never);
	await client.query({ text: `insert into visits.visit (place_id,entered_at,person_id,left_at,visit_id,recorded_at,verdict)
		select 1+floor(power(random(),1.6)*4000)::int, at, 1+floor(random()*100000)::int, case when random()<0.65 then at + random()*interval '3 hours' end, gen_random_uuid(), at, 0
		from (select timestamptz '2026-11-03 06:00+07' + (i%21)*interval '1 day' + random()*interval '14 hours' as at from generate_series(1,1000000) i) t on conflict do nothing`, query_timeout: 600000 } as never);
	const sick: string[] = [];
	for (let i = 0; i < 30; i++) {
		sick.push(await addPerson(platform, { fullName: 'Nguyễn Văn ' + i, phone: '+8490123456' + (i % 10) }));
		await client.query(`insert into visits.visit (place_id,entered_at,person_id,left_at,visit_id,recorded_at,verdict)
			select 1+floor(random()*8)::int, at, $1, at + interval '90 minutes', gen_random_uuid(), at, 0
			from (select timestamptz '2026-11-17 06:00+07' + (i%7)*interval '1 day' + random()*interval '14 hours' as at from generate_series(1,20) i) t on conflict do nothing`, [sick[i]]);
	}
	for (const { relname } of (await client.query(`select relname from pg_class where relname ~ '^visit_2026[0-9]+$' and relkind='r'`)).rows) await client.query({ text: `cluster visits.${relname} using ${relname}_pkey`, query_timeout: 600000 } as never);
	await client.query({ text: 'vacuum analyze visits.visit', query_timeout: 600000 } as never);
	client.release(true);
	const ids: string[] = [];
	for (const one of sick) ids.push(await addCase(tracing, one));
	const runs: Record<string, (id: string) => Promise<{ total: number }>> = {
		search: (caseId) => db.transaction(async (tx) => searchContacts(tx, await getOpenCaseRow(tx, caseId), platform.clock.now(), { limit: 5000 })),
		find: (caseId) => call(platform, findContacts, officer, { caseId }),
		list: (caseId) => call(platform, listContacts, officer, { caseId }),
	};
	for (const [name, run] of Object.entries(runs)) {
		const times: number[] = []; let found = 0;
		for (let round = 0; round < 8; round++) for (const id of ids) {
			platform.clock.set(new Date(platform.clock.now().getTime() + 1).toISOString());
			const s = performance.now();
			const { total } = await run(id);
			if (round > 1) { times.push(performance.now() - s); found += total; }
		}
		times.sort((a, b) => a - b);
		console.log(name, 'found', found / times.length, 'min', times[0], 'median', times[times.length >> 1], 'p95', times[Math.floor(times.length * 0.95)]);
	}
	void sql;
}, 600_000);
