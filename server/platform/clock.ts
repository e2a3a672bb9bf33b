/** The only clock of the server. Tests pass another one; modules get `now` with each operation. */
export interface Clock {
	now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
