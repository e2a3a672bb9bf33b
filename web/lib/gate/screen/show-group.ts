import type { Language, Text } from '#shared/language';
import type { Direction } from '#web/gate/gate.ts';
import { isHeld, type Member } from './group.svelte.ts';
import type { Shown } from './shown.ts';

/** Everybody of a group is recorded; who was stopped is named once more, for the guard to call out. */
export function showGroup(members: readonly Member[]): Shown {
	const held = members.filter(isHeld);
	const gone = (way: Direction) => members.filter((one) => !isHeld(one) && one.reading.direction === way).length;
	const screen = groupScreen(gone('in'), gone('out'));
	if (!held.length) return screen;
	return {
		...screen,
		screen: {
			...{ look: 'red', shape: 'octagon', next: stopped(members.length - held.length) },
			word: { vi: `DỪNG ${held.length} NGƯỜI`, en: `STOP ${held.length}` },
		},
		reasons: members.flatMap((member, index) => (isHeld(member) ? [nameHeld(member, index)] : [])),
	};
}

/** A group that went in leaves as one. */
export const showLeaving = (people: number): Shown => groupScreen(0, people);

function groupScreen(goneIn: number, goneOut: number): Shown {
	const both = goneIn > 0 && goneOut > 0;
	return {
		screen: {
			look: goneIn || !goneOut ? 'green' : 'grey',
			shape: 'circle',
			word: both
				? { vi: `${goneIn} VÀO, ${goneOut} RA`, en: `${goneIn} IN, ${goneOut} OUT` }
				: goneOut
					? { vi: `${goneOut} NGƯỜI RA`, en: `${goneOut} OUT` }
					: { vi: `${goneIn} NGƯỜI VÀO`, en: `${goneIn} IN` },
			next: { vi: 'Đã ghi cả nhóm.', en: 'The whole group is recorded.' },
		},
		...(both ? {} : { direction: goneOut ? ('out' as const) : ('in' as const) }),
		reasons: [],
	};
}

const stopped = (gone: number): Text => ({
	vi: `Mời họ ở lại và xử lý từng người.${gone ? ` ${gone} người kia đã được ghi.` : ''}`,
	en: `Ask them to stay and see to each.${gone ? ` The other ${gone} are recorded.` : ''}`,
});

/** As the list of the group named them: by their turn, and by what a card lets be seen. */
function nameHeld({ reading }: Member, index: number): Text {
	const say = (language: Language) => {
		const who = [`${language === 'vi' ? 'Người' : 'Person'} ${index + 1}`, reading.hint?.[language]];
		const why = reading.reasons.map(({ words }) => words[language]).join('; ');
		return [who.filter(Boolean).join(' · '), why].filter(Boolean).join(': ');
	};
	return { vi: say('vi'), en: say('en') };
}
