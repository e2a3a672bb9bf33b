import type { Text } from '../language.ts';

/** One kind of code a person or a wall can show. */
export interface Format<Name extends string = string, Content = unknown> {
	name: Name;
	title: Text;
	/** Whether a text is meant to be of this kind, by its shape alone. */
	recognises(text: string): boolean;
	/** What the text says; undefined when it is damaged. Signatures are checked by who acts on it. */
	parse(text: string): Content | undefined;
}
