import type { PersonReading } from '#web/gate/gate.ts';

/**
 * What follows from a reading before the guard says anything: the person goes through, is stopped, or waits for the guard's
 * word because only the place's own limit stands in the way. Nobody is kept from leaving.
 */
export function admit({ direction, verdict, reasons }: PersonReading): 'goes' | 'stopped' | 'asks' {
	if (direction === 'out') return 'goes';
	if (verdict === 'red' || verdict === 'not-declared') return 'stopped';
	return reasons.some(({ code }) => code === 'place-full') ? 'asks' : 'goes';
}
