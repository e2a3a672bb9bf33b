import type { Look } from './guard-words.ts';

/** A tone: when it begins and how long it lasts, in milliseconds, and how high it is. */
export interface Tone {
	at: number;
	long: number;
	hertz: number;
}

export interface Signal {
	tones: readonly Tone[];
	/** Milliseconds on, off, on: what a phone's motor takes. */
	pulses: readonly number[];
}

/** One tone, two, three: to be told apart by rhythm, for those who do not hear the pitch and where a factory is loud. */
export const signals: Record<Look, Signal> = {
	green: beat(1, { long: 140, pause: 0, hertz: 1_320 }),
	amber: beat(2, { long: 140, pause: 110, hertz: 880 }),
	red: beat(3, { long: 330, pause: 120, hertz: 330 }),
	grey: beat(4, { long: 60, pause: 60, hertz: 520 }),
};

function beat(count: number, { long, pause, hertz }: { long: number; pause: number; hertz: number }): Signal {
	const tones = Array.from({ length: count }, (_none, index) => ({ at: index * (long + pause), long, hertz }));
	const pulses = tones.flatMap((_tone, index) => (index ? [pause, long] : [long]));
	return { tones, pulses };
}
