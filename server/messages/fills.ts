import type { Platform } from '#platform/platform';

/**
 * What stands in place of `{name}` in the words of a message, for each person it is sent to, known at the moment of
 * sending and stored nowhere: a link with a secret in it. Who is left out is not sent the message: it has become void.
 */
export type Fill = (platform: Platform, persons: readonly string[]) => Promise<ReadonlyMap<string, string>>;

const fills = new Map<string, Fill>();

/** A module that queues such messages says what fills them. */
export const fillWith = (name: string, fill: Fill): void => void fills.set(name, fill);

const placeholder = /\{([a-z-]+)\}/g;

/** Fills the texts for their people, in their order; undefined for who is not to get it any more. */
export async function fillTexts(
	platform: Platform,
	texts: readonly { personId: string; text: string }[],
): Promise<(string | undefined)[]> {
	const named = new Map<string, string[]>();
	for (const { personId, text } of texts)
		for (const [, name] of text.matchAll(placeholder)) named.set(name!, [...(named.get(name!) ?? []), personId]);
	const values = new Map<string, ReadonlyMap<string, string>>();
	for (const [name, persons] of named) values.set(name, (await fills.get(name)?.(platform, persons)) ?? new Map());
	return texts.map(({ personId, text }) => {
		let isVoid = false;
		const filled = text.replace(placeholder, (_all, name: string) => {
			const value = values.get(name)?.get(personId);
			if (value === undefined) isVoid = true;
			return value ?? '';
		});
		return isVoid ? undefined : filled;
	});
}
