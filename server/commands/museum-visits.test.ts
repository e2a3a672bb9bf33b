import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { audit } from '#audit';
import { decideClinically, openCase } from '#cases';
import { findContacts } from '#contacts';
import { setContactRule } from '#diseases';
import { streamCoPresence } from '#exposures';
import { findPersons } from '#identity';
import { call } from '#platform/call';
import { openTracing, type Tracing } from '#test/tracing';
import { importVisitFile } from './import-visits.ts';
import { toCsv } from './visits-co-presence.ts';

const museum = join(import.meta.dirname, '../../../shared/data/museum-visits');

/**
 * 10,972 real visits to an exhibition whose pairs others have counted by brute force (`infectious_visits_expected.json`).
 * Each date is a place of its own.
 */
describe.skipIf(!existsSync(museum))('the visits to an exhibition', () => {
	const folder = mkdtempSync(join(tmpdir(), 'vaora-museum-'));
	const file = join(folder, 'visits.csv');
	const all = { from: new Date(0), until: new Date('2009-07-20T00:00:00+07:00') };
	let tracing: Tracing;
	beforeAll(async () => {
		tracing = await openTracing();
		tracing.platform.clock.set('2009-07-20T08:00:00+07:00');
		await audit.prepare?.(tracing.platform);
		const [, ...rows] = readFileSync(join(museum, 'infectious_visits.csv'), 'utf8').trim().split('\n');
		writeFileSync(file, ['place,person,entered_at,left_at', ...rows].join('\n'));
	});
	afterAll(async () => {
		rmSync(folder, { recursive: true });
		await tracing.platform.close();
	});

	const pairs = async (minutesMin: number) => {
		const found = new Map<string, number>();
		for await (const { person_a, person_b, minutes } of streamCoPresence(tracing.platform.db, { minutesMin, ...all }))
			found.set(`${person_a} ${person_b}`, minutes);
		return found;
	};

	test('are imported whole, and importing them again adds nothing', async () => {
		const first = await importVisitFile(tracing.platform, file);
		const second = await importVisitFile(tracing.platform, file);

		expect(first).toMatchObject({ rows: 10_972, added: 10_972, repeated: 0, refused: 0 });
		expect(second).toMatchObject({ rows: 10_972, added: 0, repeated: 10_972, refused: 0 });
	});

	test.each([
		[0, 235_913],
		[15, 148_894],
	])('hold the known number of pairs of %i minutes or more: %i', async (minutesMin, expected) => {
		expect((await pairs(minutesMin)).size).toBe(expected);
	});

	test('are told by the command as CSV, the smaller number first', async () => {
		let csv = '';
		for await (const part of toCsv(streamCoPresence(tracing.platform.db, { minutesMin: 15, ...all }))) csv += part;

		const [header, ...rows] = csv.trimEnd().split('\n');
		expect(header).toBe('place,person_a,person_b,minutes');
		expect(rows).toHaveLength(148_894);
		const wrong = rows.filter((row) => {
			const [place, a, b, minutes] = row.split(',');
			return !/^2009-\d\d-\d\d$/.test(place!) || BigInt(a!) >= BigInt(b!) || Number(minutes) < 15;
		});
		expect(wrong).toEqual([]);
	});

	test.each([0, 15])('give each case the contacts that are its pairs, by a rule of %i minutes', async (minutesMin) => {
		const { platform, administrator } = tracing;
		const rule = `museum-${minutesMin}`;
		await call(platform, setContactRule, administrator, {
			...{
				rule,
				disease: `test-${minutesMin}`,
				name: { vi: 'Thử', en: 'Trial' },
				daysBefore: 1,
				daysAfter: 1,
				minutesMin,
			},
			...{ sameGate: false, sameTrip: true, symptomFreeDays: 0, followUpDays: 0 },
			...{ validFrom: '2009-01-01', decision: 'Museum visits' },
		});
		const known = await pairs(minutesMin);
		const rows = readFileSync(file, 'utf8').split('\n').slice(1);

		for (const row of rows.filter((_row, index) => index % 700 === 0)) {
			const [date, reference] = row.split(',') as [string, string];
			const [person] = await findPersons(platform, 'reference', reference);
			const expected = [...known].flatMap(([pair, minutes]) => {
				const [a, b] = pair.split(' ') as [string, string];
				return a === person ? [[b, minutes]] : b === person ? [[a, minutes]] : [];
			});
			const contacts = await contactsOf(person!, date, rule);
			expect(contacts.sort()).toEqual(expected.sort());
		}
	});

	async function contactsOf(person: string, onsetOn: string, rule: string): Promise<[string, number][]> {
		const { platform, officer, areas } = tracing;
		const dates = { onsetOn, classification: 'confirmed' as const, purpose: 'Thử nghiệm' };
		const { caseId } = await call(platform, openCase, officer, { person, areaId: areas.baDinh.areaId, rule, ...dates });
		const decision = { decidedBy: 'BS Trần Văn Y', decidedOn: onsetOn, isDisease: true, decision: 'Thử nghiệm' };
		await call(platform, decideClinically, officer, { caseId, ...decision });
		const { contacts } = await call(platform, findContacts, officer, { caseId });
		return contacts.map((one) => [one.person, one.minutes]);
	}
});
