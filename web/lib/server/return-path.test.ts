import { expect, test } from 'vitest';
import { readReturnPath } from './ask.ts';

test.each([
	['/places/1/today?day=2026-11-25', '/places/1/today?day=2026-11-25'],
	['//evil.example', '/me'],
	['/\\evil.example', '/me'],
	['/\t/evil.example', '/me'],
	['/\n/evil.example', '/me'],
	['https://evil.example', '/me'],
	['', '/me'],
	[null, '/me'],
])('%j leads to %s', (asked, path) => {
	expect(readReturnPath(asked, '/me')).toBe(path);
});
