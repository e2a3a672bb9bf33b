import { expect, test } from 'vitest';
import { SeenLately } from './seen-lately.ts';

test('a code held before the camera counts once, however long it is held', () => {
	const lately = new SeenLately();

	expect(lately.isNew('A', 0)).toBe(true);
	for (let at = 66; at < 20_000; at += 66) expect(lately.isNew('A', at)).toBe(false);
});

test('taken away for two and a half seconds it counts again, and not a moment sooner', () => {
	const lately = new SeenLately();
	lately.isNew('A', 0);

	expect(lately.isNew('A', 2_499)).toBe(false);
	expect(lately.isNew('A', 2_499 + 2_500)).toBe(true);
});

test('the next person counts at once', () => {
	const lately = new SeenLately();
	lately.isNew('A', 0);

	expect(lately.isNew('B', 10)).toBe(true);
});
