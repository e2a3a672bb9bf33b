import { expect, test } from 'vitest';
import { lastClosing } from './closing.ts';

const at = (time: string) => new Date(`2026-11-${time}:00+07:00`);

test.each([
	['a minute before closing it closed last yesterday', '21:30', '24T21:29', '23T21:30'],
	['at closing time it closes now', '21:30', '24T21:30', '24T21:30'],
	['in the small hours it closed last evening', '21:30', '25T02:00', '24T21:30'],
	['what closes at midnight closed at this day’s beginning', '00:00', '24T23:59', '24T00:00'],
	['what closes after midnight closed this morning', '02:00', '24T09:00', '24T02:00'],
])('%s', (_what, closesAt, now, closed) => expect(lastClosing(closesAt, at(now))).toEqual(at(closed)));
