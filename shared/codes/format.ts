import type { Text } from '../language.ts';

/** One kind of code a person or a wall can show. */
export interface Format<Name extends string = string, Content = unknown> {
	name: Name;
	title: Text;
	/** What a code of this kind stands for: who shows it, where it hangs, or which gate a device is to be of. */
	shows: 'person' | 'place' | 'gate';
	/** Whether a text is meant to be of this kind, by its shape alone. */
	recognises(text: string): boolean;
	/**
	 * What the text says; undefined when it is damaged. Signatures are checked by who acts on it. `now` tells the century
	 * of years written with two digits.
	 */
	parse(text: string, now: Date): Content | undefined;
}
