import { expect, test } from 'vitest';
import { problems } from './problems.ts';

const all = Object.entries(problems);
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

test.each(all)('%s is told in both languages, with the same values filled in', (_code, { title, detail }) => {
	for (const { vi, en } of [title, detail]) {
		expect(vi).not.toBe('');
		expect(vi).toBe(vi.normalize('NFC').trim());
		expect(en).toMatch(/^[\x20-\x7e’]+$/);
		expect(placeholders(vi)).toEqual(placeholders(en));
	}
});

test.each(all)(
	'%s says what happened in a few words and then what to do, in whole sentences',
	(_code, { title, detail }) => {
		for (const text of Object.values(title)) expect(text).toMatch(/^.{3,50}[^.]$/);
		for (const text of Object.values(detail)) expect(text).toMatch(/^\p{Lu}.*[.}]$/u);
	},
);

test.each(all)('%s has a status of HTTP that says whose turn it is', (code, { status }) => {
	expect(status).toBeGreaterThanOrEqual(400);
	expect(status).toBeLessThan(600);
	expect(status >= 500).toBe(['busy', 'unavailable', 'internal'].includes(code));
});
