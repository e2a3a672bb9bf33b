import type { Platform } from '#platform/platform';
import type { Text } from '#shared/language';

/**
 * What stands in place of `{name}` in the words of a message, for each person it is sent to, known at the moment of
 * sending and stored nowhere: a link with a secret in it. Who is left out is not sent the message: it has become void.
 */
export type Fill = (platform: Platform, persons: readonly string[]) => Promise<ReadonlyMap<string, string>>;

const placeholder = /\{([a-z-]+)\}/g;

const fills = new Map<string, { fill: Fill; inApp: Text }>();

/** A module that queues such messages says what fills them, and what is read in its place in the app. */
export const fillWith = (name: string, fill: Fill, inApp: Text): void => void fills.set(name, { fill, inApp });

/** The words of a message as they are read in the app, where nothing secret is needed. */
export const textInApp = ({ vi, en }: Text): Text => ({
	vi: vi.replace(placeholder, (all, name: string) => fills.get(name)?.inApp.vi ?? all),
	en: en.replace(placeholder, (all, name: string) => fills.get(name)?.inApp.en ?? all),
});

/** Fills the texts for their people, in their order; undefined for who is not to get it any more. */
export async function fillTexts(
	platform: Platform,
	texts: readonly { personId: string; text: string }[],
): Promise<(string | undefined)[]> {
	const named = new Map<string, string[]>();
	for (const { personId, text } of texts)
		for (const [, name] of text.matchAll(placeholder)) named.set(name!, [...(named.get(name!) ?? []), personId]);
	const values = new Map<string, ReadonlyMap<string, string>>();
	for (const [name, persons] of named) values.set(name, (await fills.get(name)?.fill(platform, persons)) ?? new Map());
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
