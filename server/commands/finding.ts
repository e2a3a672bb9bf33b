import type { Text } from '#shared/language';

/** One thing `vaora doctor` looked at. */
export interface Finding {
	isFine: boolean;
	what: Text;
	/** What to do about it. */
	mend?: Text;
}

export const fine = (vi: string, en: string): Finding => ({ isFine: true, what: { vi, en } });

export const wrong = (what: [vi: string, en: string], mend: [vi: string, en: string]): Finding => ({
	isFine: false,
	what: { vi: what[0], en: what[1] },
	mend: { vi: mend[0], en: mend[1] },
});
