import { expect, test } from 'vitest';
import { oldPlaceCode, readOldPlaceCode } from './old-place-code.ts';

const group = '5e89726392bd2184ae730883';

test.each([
	['as it hangs at doors', `https://tokhaiyte.vn/?page=Group.checkin&groupId=${group}`, 'tokhaiyte', group],
	['of the later host', `https://qr.tokhaiyte.vn/?page=Group.checkin&groupId=${group}`, 'tokhaiyte', group],
	[
		'in capitals, with a line end',
		`HTTPS://TOKHAIYTE.VN/?PAGE=GROUP.CHECKIN&GROUPID=${group.toUpperCase()}\r\n`,
		'tokhaiyte',
		group,
	],
	['without https', `tokhaiyte.vn/?groupId=${group}&page=Group.checkin`, 'tokhaiyte', group],
	['whose group was copied alone', group, 'tokhaiyte', group],
	['of PC-Covid, with a group', `https://qr.pccovid.gov.vn/?groupId=${group}`, 'pccovid', group],
	['of PC-Covid, in any other form', 'https://qr.pccovid.gov.vn/l/AbC123?x=1', 'pccovid', 'l/AbC123?x=1'],
])('a code %s is read', (_which, text, system, id) => {
	expect(oldPlaceCode.recognises(text)).toBe(true);
	expect(readOldPlaceCode(text)).toEqual({ system, id });
});

test.each([
	['whose group is cut off', `https://tokhaiyte.vn/?page=Group.checkin&groupId=${group.slice(1)}`],
	['whose group is too long', `https://tokhaiyte.vn/?page=Group.checkin&groupId=${group}a`],
	['that is the site’s first page', 'https://tokhaiyte.vn/'],
	['that is the page to register a place', 'https://qr.tokhaiyte.vn/dkdd'],
	['that is PC-Covid’s first page', 'https://qr.pccovid.gov.vn'],
	['longer than any', `https://qr.pccovid.gov.vn/${'a'.repeat(400)}`],
])('an address %s is known, and refused', (_which, text) => {
	expect(oldPlaceCode.recognises(text)).toBe(true);
	expect(readOldPlaceCode(text)).toBeUndefined();
});

test.each([
	`https://tokhaiyte.vn.example.com/?groupId=${group}`,
	`https://example.com/?u=https://tokhaiyte.vn/?groupId=${group}`,
	`https://mytokhaiyte.vn/?groupId=${group}`,
	'tokhaiyte',
])('%s is another site', (text) => {
	expect(oldPlaceCode.recognises(text)).toBe(false);
});
