import { expect, test } from 'vitest';
import { readSeatLabels, seatsMax } from './seat-labels.ts';

test.each([
	['1-3', ['1', '2', '3']],
	['1a-2c', ['1A', '1B', '1C', '2A', '2B', '2C']],
	['A1, A2;  VIP', ['A1', 'A2', 'VIP']],
	['9-11 LX', ['9', '10', '11', 'LX']],
])('%s are the seats %s', (text, labels) => {
	expect(readSeatLabels(text)).toEqual(labels);
});

test.each([
	['nothing', '  '],
	['a series that goes backwards', '9-3'],
	['a seat named twice', '1-4 3'],
	['letters a ticket does not have', 'Ghế'],
	['a name too long for a seat', 'BALCONY1'],
	['more seats than a hall has', `1-${seatsMax - 1} A B`],
])('%s is no list of seats', (_what, text) => {
	expect(() => readSeatLabels(text)).toThrowError(expect.objectContaining({ code: 'invalid-input' }));
});
