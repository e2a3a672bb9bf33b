import { expect, test } from 'vitest';
import { entryReasonWords } from '#shared/gate/judge-entry';
import type { PersonReading } from '#web/gate/gate.ts';
import { showGroup } from './show-group.ts';
import { showFault, showPerson } from './shown.ts';

const certain = { isDegraded: false, bundleAgeMinutes: 1 };

function reads(verdict: PersonReading['verdict'], reasons: string[] = [], change: Partial<PersonReading> = {}) {
	const said = reasons.map((code) => ({ code, words: entryReasonWords[code]! }));
	const who = { kind: 'code', person: '7', code: 'VAORA1:' } as const;
	return { kind: 'person', who, direction: 'in', verdict, reasons: said, isRepeat: false, ...change } as PersonReading;
}

const shown = (reading: PersonReading) => showPerson({ text: '', how: 'camera', reading, step: 'recorded' }, certain);

test('a card nobody could look up is not said to be allowed in', () => {
	const { screen, reasons } = shown(reads('amber', ['cannot-look-up']));

	expect(screen).toMatchObject({ look: 'amber', word: { vi: 'CHƯA CHẮC' } });
	expect(screen.next.vi).not.toContain('Được vào');
	expect(reasons).toEqual([entryReasonWords['cannot-look-up']]);
});

test('what the screen says in large letters is not said again in small ones', () => {
	expect(shown(reads('red', ['call-health-station'])).reasons).toEqual([]);
	expect(shown(reads('not-declared', ['not-declared'])).reasons).toEqual([]);
	expect(shown(reads('amber', ['place-full'])).reasons).toEqual([]);
	expect(shown(reads('not-declared', ['declaration-expired'])).reasons).toHaveLength(1);
});

test('somebody whose code is over may still be helped in; whoever shows a menu may not', () => {
	const words = { vi: 'Mã đã hết hạn.', en: 'The code has expired.' };

	expect(showFault({ kind: 'fault', words, word: { vi: 'MÃ HẾT HẠN', en: '' }, isPerson: true })).toMatchObject({
		offersHelp: true,
		screen: { look: 'grey', word: { vi: 'MÃ HẾT HẠN' }, next: words },
	});
	expect(showFault({ kind: 'fault', words }).offersHelp).toBeUndefined();
});

test('of a group those who were stopped are named once more, with why, by the turn in which they were scanned', () => {
	const member = (reading: PersonReading) => ({ text: '', reading, isOverruled: false });
	const hint = { vi: 'Nguyễn Văn *** · *****9317', en: 'Nguyễn Văn *** · *****9317' };

	const { screen, reasons } = showGroup([
		member(reads('green')),
		member(reads('not-declared', ['declaration-expired'], { hint })),
		member(reads('red', ['declared-red'])),
		{ ...member(reads('red', ['declared-red'])), isOverruled: true },
	]);

	expect(screen).toMatchObject({ look: 'red', word: { vi: 'DỪNG 2 NGƯỜI' } });
	expect(screen.next.vi).toContain('2 người kia đã được ghi');
	expect(reasons.map(({ vi }) => vi)).toEqual([
		'Người 2 · Nguyễn Văn *** · *****9317: Tờ khai đã hết hạn',
		'Người 3: Đã khai có dấu hiệu bệnh',
	]);
});

test('a group of which some come and some go is told as both', () => {
	const member = (direction: 'in' | 'out') => ({
		text: '',
		reading: reads('green', [], { direction }),
		isOverruled: false,
	});

	const { screen, direction } = showGroup([member('in'), member('out'), member('in')]);

	expect(screen.word).toEqual({ vi: '2 VÀO, 1 RA', en: '2 IN, 1 OUT' });
	expect(direction).toBeUndefined();
});
