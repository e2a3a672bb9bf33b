/** What can wait for somebody, in the order in which it is to be done: who may be ill or in danger, what has a clock, what others wait for. */
export const workNames = [
	...(['alarms', 'to-decide', 'to-tell', 'cordons', 'alerts', 'notices', 'exports'] as const),
	...(['sightings', 'contacts', 'not-reported', 'needs-review', 'calls', 'groundless', 'endings', 'pauses'] as const),
] as const;
export type WorkName = (typeof workNames)[number];

/** What is due at a moment by law, rather than waiting since one. */
export const hasClock = (name: WorkName): boolean => name === 'to-decide' || name === 'to-tell';
