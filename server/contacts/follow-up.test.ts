import { expect, test } from 'vitest';
import { followUpOf } from './follow-up.ts';

const at = (text: string) => new Date(`2026-11-${text.replace(' ', 'T')}:00+07:00`);

test.each<[string, string, string, ReturnType<typeof followUpOf>]>([
	[
		'on the day of the exposure, has not begun',
		'20 09:00',
		'20 23:59',
		{ firstOn: '2026-11-21', lastOn: '2026-11-23', day: 0, days: 3, isOver: false },
	],
	[
		'begins at midnight in Viet Nam, which is another day elsewhere',
		'20 23:59',
		'21 00:00',
		{ firstOn: '2026-11-21', lastOn: '2026-11-23', day: 1, days: 3, isOver: false },
	],
	[
		'goes on for all of its last day',
		'20 00:00',
		'23 23:59',
		{ firstOn: '2026-11-21', lastOn: '2026-11-23', day: 3, days: 3, isOver: false },
	],
	[
		'is over the day after',
		'20 09:00',
		'24 00:00',
		{ firstOn: '2026-11-21', lastOn: '2026-11-23', day: 4, days: 3, isOver: true },
	],
])('a follow-up of three days %s', (_words, exposed, now, expected) => {
	expect(followUpOf(at(exposed), 3, at(now))).toEqual(expected);
});

test('a rule without follow-up days follows nobody', () => {
	expect(followUpOf(at('20 09:00'), 0, at('20 10:00'))).toBeUndefined();
});
