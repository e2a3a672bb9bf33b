import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findAreaByCode } from '#areas';
import { closePlace, registerPlace } from '#places';
import type { Caller } from '#platform/actor';
import { call } from '#platform/call';
import type { Platform } from '#platform/platform';
import { sql } from '#platform/sql';
import { cancelPrint, getPrint, getPrintPart, listPrints, makePoster, orderPrint, posters } from '#posters';
import type { TestPlatform } from '#test/database';
import { addControllerOf, anybody, openVaora, type SignedIn, signIn } from '#test/people';

let platform: TestPlatform;
let owner: SignedIn;
let places: string[];

beforeAll(async () => {
	platform = await openVaora();
	owner = await signIn(platform, '+84912345678');
	const area = (await findAreaByCode(platform.db, 'commune', '00004', '2026-11-24'))!.areaId;
	places = [];
	for (const name of ['Ổi', 'Chợ Bưởi', `Trường ${'Ỗ'.repeat(190)}`])
		places.push(
			(
				await call(platform, registerPlace, await owner.caller(), {
					...{ name, type: 'shop', area, address: '12 phố Quán Thánh', registrantName: 'Trần Thị Mít' },
				})
			).placeId,
		);
});
afterAll(() => platform.close());

type Order = Parameters<typeof call<typeof orderPrint.input, typeof orderPrint.output>>[3];
const order = async (input: Partial<Order>, caller?: Caller) =>
	call(platform, orderPrint, caller ?? (await owner.caller()), { places, format: 'pdf-a6', ...input } as Order);
const draw = (print: string, on: Platform = platform) =>
	posters.jobs!.find(({ name }) => name === 'posters.draw-print')!.run(on, platform.clock.now(), { print });
const stateOf = async (print: string) => call(platform, getPrint, await owner.caller(), { print });
const fetchFile = async (print: string) => {
	const { parts } = await stateOf(print);
	const content: Buffer[] = [];
	for (let part = 1; part <= parts; part++)
		content.push(
			Buffer.from((await call(platform, getPrintPart, await owner.caller(), { print, part })).base64, 'base64'),
		);
	return Buffer.concat(content).toString('latin1');
};
const pagesOf = (pdf: string) => pdf.match(/\/Type \/Page\b/g)?.length ?? 0;

describe('a print of many places', () => {
	test.each([
		['pdf-a3', {}, 3, 3],
		['pdf-a5', { copies: 2 }, 6, 6],
		['tent', {}, 3, 3],
		['stickers-8', { copies: 5 }, 15, 2],
		['stickers-24', { seats: '1A-12D' }, 144, 6],
	] as const)('as %s with %j is one PDF', async (format, more, signs, pages) => {
		const ordered = await order({ format, ...more });

		await draw(ordered.print);

		expect(ordered.signs).toBe(signs);
		expect(await stateOf(ordered.print)).toMatchObject({ state: 'ready', signs, signsDone: signs, pages });
		const pdf = await fetchFile(ordered.print);
		expect(pdf.startsWith('%PDF-1.')).toBe(true);
		expect(pdf.trimEnd().endsWith('%%EOF')).toBe(true);
		expect(pagesOf(pdf)).toBe(pages);
		expect(pdf.length).toBe((await stateOf(ordered.print)).bytes);
	});

	test('is queued with its order, so that it is drawn if and only if it was ordered', async () => {
		const { print } = await order({});

		const queued = await platform.db.rows(
			sql<{ key: string }>`select key from graphile_worker.jobs where task_identifier = 'posters.draw-print'`,
		);
		expect(queued.map(({ key }) => key)).toContain(`posters.draw-print ${print}`);
	});

	test('killed while it is drawn begins again a minute later and is whole', async () => {
		const { print } = await order({});
		await expect(draw(print, killedBeforePart(1))).rejects.toThrow('killed');

		await draw(print);
		expect(await stateOf(print)).toMatchObject({ state: 'drawing', signsDone: 0 });
		platform.clock.set('2026-11-24T08:01:01+07:00');
		await posters.jobs!.find(({ name }) => name === 'posters.resume-prints')!.run(platform, platform.clock.now(), {});

		expect(await stateOf(print)).toMatchObject({ state: 'ready', pages: 3 });
		expect(pagesOf(await fetchFile(print))).toBe(3);
	});

	test('whose server is killed again and again is given up', async () => {
		const { print } = await order({});
		for (let minute = 2; minute < 12; minute += 2) {
			platform.clock.set(`2026-11-24T08:${String(minute).padStart(2, '0')}:00+07:00`);
			await expect(draw(print, killedBeforePart(1))).rejects.toThrow('killed');
		}
		platform.clock.set('2026-11-24T08:12:00+07:00');

		await draw(print);

		expect(await stateOf(print)).toMatchObject({ state: 'failed' });
	});

	test('that was stopped is not drawn and has no file', async () => {
		const { print } = await order({});

		await call(platform, cancelPrint, await owner.caller(), { print });
		await draw(print);

		expect(await stateOf(print)).toMatchObject({ state: 'cancelled', parts: 0 });
		const part = call(platform, getPrintPart, await owner.caller(), { print, part: 1 });
		await expect(part).rejects.toMatchObject({ code: 'not-found' });
		const again = call(platform, cancelPrint, await owner.caller(), { print });
		await expect(again).rejects.toMatchObject({ code: 'conflict' });
	});

	test('is dropped after a day', async () => {
		const { print } = await order({});
		await draw(print);
		const drop = posters.jobs!.find(({ name }) => name === 'posters.drop-old-prints')!;
		const later = (hours: number) => new Date(platform.clock.now().getTime() + hours * 3_600_000);

		await drop.run(platform, later(23), {});
		expect(await stateOf(print)).toMatchObject({ state: 'ready' });
		await drop.run(platform, later(25), {});

		expect((await call(platform, listPrints, await owner.caller(), {})).prints).toEqual([]);
		const left = await platform.db.rows(sql`select number from posters.print_part where print_id = ${print}`);
		expect(left).toEqual([]);
	});
});

describe('an order is refused', () => {
	test.each([
		[
			'for seats on a poster',
			{ format: 'pdf-a4', seats: '1-4' },
			{ code: 'invalid-input', options: { field: 'format' } },
		],
		['for seats nobody can read', { format: 'stickers-8', seats: '9-1' }, { options: { field: 'seats' } }],
		['for more than a file takes', { format: 'stickers-24', seats: '1-900', copies: 24 }, { code: 'print-too-large' }],
	] as const)('%s', async (_what, input, refusal) => {
		await expect(order(input)).rejects.toMatchObject(refusal);
	});

	test('for places that are all closed', async () => {
		const area = (await findAreaByCode(platform.db, 'commune', '00004', '2026-11-24'))!.areaId;
		const { placeId } = await call(platform, registerPlace, await owner.caller(), {
			...{ name: 'Quán cũ', type: 'shop', area, address: '1', registrantName: 'Trần Thị Mít' },
		});
		await call(platform, closePlace, await owner.caller(), { place: placeId });

		await expect(order({ places: [placeId] })).rejects.toMatchObject({ options: { field: 'places' } });
	});

	test('for places of somebody else, and for nobody', async () => {
		const stranger = await signIn(platform, '+84901222333');

		await expect(order({}, await stranger.caller())).rejects.toMatchObject({ code: 'not-allowed' });
		await expect(order({}, anybody)).rejects.toMatchObject({ code: 'not-signed-in' });
		await expect(order({ registration: '1', places: undefined })).rejects.toMatchObject({ code: 'not-allowed' });
	});
});

test('a controller may print the place they watch, and nobody else sees that print', async () => {
	const guard = await addControllerOf(platform, owner, places[0]!, '+84987654321');

	const { print } = await order({ places: [places[0]!] }, await guard.caller());
	await draw(print);

	for (const operation of [getPrint, cancelPrint])
		await expect(call(platform, operation, await owner.caller(), { print })).rejects.toMatchObject({
			code: 'not-allowed',
		});
	const part = call(platform, getPrintPart, await owner.caller(), { print, part: 1 });
	await expect(part).rejects.toMatchObject({ code: 'not-allowed' });
});

test.each(['pdf-a3', 'pdf-a6', 'tent', 'stickers-8', 'stickers-24'] as const)(
	'one gate’s %s is a page at once',
	async (format) => {
		const made = await call(platform, makePoster, await owner.caller(), { place: places[0]!, format });

		expect(made.fileName).toMatch(new RegExp(`^vaora-.{11}-${format.replace('pdf-', '')}\\.pdf$`));
		expect(pagesOf(Buffer.from(made.base64, 'base64').toString('latin1'))).toBe(1);
	},
);

/** An installation whose process ends while it stores a part. */
function killedBeforePart(part: number): Platform {
	let begun = 0;
	const { db } = platform;
	return {
		...platform,
		db: {
			...db,
			transaction: (work, last) => {
				if (++begun === part) throw new Error('killed');
				return db.transaction(work, last);
			},
		},
	};
}
