import type { Language } from '#shared/language';

/** Chooses between two texts that stand side by side, so that neither language can be forgotten. */
export const wordsIn =
	(language: Language) =>
	(vi: string, en: string): string =>
		language === 'vi' ? vi : en;
