import type { Text } from '#shared/language';
import type { Direction } from '#web/gate/gate.ts';
import type { IconName } from '#web/ui/Icon.svelte';

/** What a guard sets once: one way, or each person by whether they are inside. */
export type DirectionChoice = Direction | 'both';

interface Words {
	/** As it stands in large letters. */
	label: Text;
	hint: Text;
	icons: readonly IconName[];
}

export const directions: Record<DirectionChoice, Words> = {
	in: {
		label: { vi: 'VÀO', en: 'IN' },
		hint: { vi: 'Ai quét cũng là đi vào', en: 'Everybody who scans goes in' },
		icons: ['in'],
	},
	out: {
		label: { vi: 'RA', en: 'OUT' },
		hint: { vi: 'Ai quét cũng là đi ra', en: 'Everybody who scans goes out' },
		icons: ['out'],
	},
	both: {
		label: { vi: 'VÀO / RA', en: 'IN / OUT' },
		hint: {
			vi: 'Ai đang ở trong thì ra, còn lại là vào',
			en: 'Whoever is inside goes out, everybody else goes in',
		},
		icons: ['in', 'out'],
	},
};

export const opposite = (direction: Direction): Direction => (direction === 'in' ? 'out' : 'in');
