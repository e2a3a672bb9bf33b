/** Days of a link, `YYYY-MM-DD`, as far as they are known. */
export interface LinkDates {
	infectorOnset?: string;
	infecteeOnset?: string;
	contactOn?: string;
	/** The first and the last day on which the infector can infect. */
	infectiousFrom?: string;
	infectiousUntil?: string;
}

export type LinkFault = 'onset-too-early' | 'contact-outside-window' | 'contact-after-onset' | 'incubation-too-long';

/**
 * What of a link cannot be, or can only be with a wrong date: the infected fell ill more than `daysBefore` days before
 * the infector (who can infect that long before feeling it); they met outside the infector's window, after the infected
 * had fallen ill, or longer before than the disease takes to show. Days that are not known are not judged.
 */
export function judgeLink(
	{ infectorOnset, infecteeOnset, contactOn, infectiousFrom, infectiousUntil }: LinkDates,
	{ daysBefore, incubationDaysMax }: { daysBefore: number; incubationDaysMax: number },
): LinkFault[] {
	const faults: LinkFault[] = [];
	if (infectorOnset && infecteeOnset && daysBetween(infectorOnset, infecteeOnset) < -daysBefore)
		faults.push('onset-too-early');
	if (!contactOn) return faults;
	if ((infectiousFrom && contactOn < infectiousFrom) || (infectiousUntil && contactOn > infectiousUntil))
		faults.push('contact-outside-window');
	if (infecteeOnset && contactOn > infecteeOnset) faults.push('contact-after-onset');
	if (infecteeOnset && daysBetween(contactOn, infecteeOnset) > incubationDaysMax) faults.push('incubation-too-long');
	return faults;
}

const daysBetween = (from: string, until: string) => Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000);
