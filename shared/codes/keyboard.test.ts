import { expect, test } from 'vitest';
import { type Layout, retype, typeOn, untypeVietnamese } from './keyboard.ts';

const code =
	'VAORA1:6BF+70790T9WJWG.FKY*4GO0.O1CV2 O5 N2FBBRW1*70HS8WY04AC*WIFN0AHCD8KD97TK0F90KECTHGWJC0FDC:5AIA%G7X+AQB9746HS80';
const national = '001093029317|NGUYEN VAN A|1987-01-18|0|162979388586171100|<1<00<0123232422';

test.each(['vietnamese', 'british', 'french', 'german', 'japanese'] satisfies Layout[])(
	'what a scanner typed on a %s keyboard is among its meanings',
	(layout) => {
		for (const text of [code, national, 'https://vaora.example.vn/p/K7QF2M9XV'])
			expect(retype(typeOn(layout, text))).toContain(text);
	},
);

test.each([
	['VÀORA1', 'VAFORA1'],
	['Đ', 'DD'],
])('%s may have been typed as %s while Vietnamese typing was on', (shown, typed) => {
	expect(untypeVietnamese(shown)).toContain(typed);
});
