/** Days of a link, in whole days since any one day, as far as they are known. */
export interface LinkDates {
	infectorOnset?: number;
	infecteeOnset?: number;
	contactOn?: number;
	/** The first and the last day on which the infector can infect. */
	infectiousFrom?: number;
	infectiousUntil?: number;
}

export type LinkFault = 'onset-too-early' | 'contact-outside-window' | 'contact-after-onset' | 'incubation-too-long';

/**
 * What of a link cannot be, or can only be with a wrong date: the infected fell ill more than `daysBefore` days before
 * the infector (who can infect that long before feeling it); they met outside the infector's window, after the infected
 * had fallen ill, or longer before than the disease takes to show. Days that are not known are not judged.
 */
export function judgeLink(
	dates: LinkDates,
	{ daysBefore, incubationDaysMax }: { daysBefore: number; incubationDaysMax: number },
): LinkFault[] {
	const faults: LinkFault[] = [];
	const [infectedOn, contactOn] = [dates.infecteeOnset, dates.contactOn];
	if (infectedOn !== undefined && infectedOn < (dates.infectorOnset ?? infectedOn) - daysBefore)
		faults.push('onset-too-early');
	if (contactOn === undefined) return faults;
	if (contactOn < (dates.infectiousFrom ?? contactOn) || contactOn > (dates.infectiousUntil ?? contactOn))
		faults.push('contact-outside-window');
	if (infectedOn === undefined) return faults;
	if (contactOn > infectedOn) faults.push('contact-after-onset');
	if (infectedOn - contactOn > incubationDaysMax) faults.push('incubation-too-long');
	return faults;
}
