import type { Event } from './decide.ts';

const soon = 5 * 60_000;

/** A gate that was offline tells it after the fact: nobody stands at the door any more to be told anything. */
export const isLate = ({ at, recordedAt }: Pick<Event, 'at' | 'recordedAt'>): boolean =>
	recordedAt.getTime() - at.getTime() > soon;
