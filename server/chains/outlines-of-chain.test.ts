import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadOutlines } from '#outlines';
import { call } from '#platform/call';
import { sql } from '#platform/sql';
import { addCase, addPerson, openTracing, type Tracing } from '#test/tracing';
import { getChain, setLink } from './index.ts';

let tracing: Tracing;
let [here, away] = ['', ''];

/** A case of Hà Nội that infected another, which Huế leads since: the officer does not reach that one. */
beforeAll(async () => {
	tracing = await openTracing();
	const { platform, officer, areas } = tracing;
	here = await addCase(tracing, await addPerson(platform, { fullName: 'Nguyễn Văn Một' }), { onsetOn: '2026-11-10' });
	away = await addCase(tracing, await addPerson(platform, { fullName: 'Nguyễn Văn Hai' }), { onsetOn: '2026-11-14' });
	await call(platform, setLink, officer, { caseId: away, infectorCaseId: here, kind: 'possible' });
	await platform.db.run(sql`update cases.case set area_path = ${areas.thuanHoa.path} where case_id = ${away}`);
});
afterAll(() => tracing.platform.close());

const chain = (withOutlines?: boolean) =>
	call(tracing.platform, getChain, tracing.officer, { caseId: here, ...(withOutlines ? { withOutlines } : {}) });

test('a chain comes with the outlines loaded of the areas it names, and with none of those out of reach', async () => {
	const { platform, areas } = tracing;
	const rows = [
		[105.8, 21.02],
		[105.84, 21.02],
		[105.84, 21.05],
	] as const;
	const before = await chain(true);
	const codes = [...new Set([areas.thuanHoa.code, '00004'])];
	const report = await loadOutlines(
		platform.db,
		codes.map((code) => ({ code, polygons: [[[...rows]]] })),
		platform.clock.now(),
	);

	const after = await chain(true);

	expect(report.loaded).toBe(2);
	expect(before.outlines).toEqual([]);
	const seen = after.nodes.flatMap(({ areaId }) => areaId ?? []);
	expect(after.nodes).toHaveLength(2);
	expect(after.outlines).toMatchObject([{ areaId: seen[0], polygons: [[{ length: 6 }]], islets: [] }]);
	expect((await chain()).outlines).toBeUndefined();
});
