import { expect, test } from 'vitest';
import { holderOf } from './scope.ts';

test.each([
	[['1.24.337'], '1.24.337'],
	[['1.24.337', '1.24.9'], '1.24'],
	[['1.24', '1.24.9'], '1.24'],
	[['1.24.337', '1.30.2'], '1'],
	[[''], ''],
	[[], ''],
])('the area that holds all of %j is %j', (paths, holder) => {
	expect(holderOf(paths)).toBe(holder);
});
