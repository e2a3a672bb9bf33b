import type { BatchContext } from './operation.ts';
import type { Platform } from './platform.ts';

/**
 * Something small that is asked for all the time and seldom changes. Each process reads it for itself again after
 * `seconds`, so a change reaches all of them within that time, and at once where it is forgotten after the commit.
 */
export function keepFor<T>(seconds: number, read: (context: BatchContext) => Promise<T>) {
	const kept = new WeakMap<Platform, { value: T; readAt: number }>();
	return {
		async get(context: BatchContext): Promise<T> {
			const last = kept.get(context.platform);
			const age = last ? context.now.getTime() - last.readAt : -1;
			if (last && age >= 0 && age < seconds * 1_000) return last.value;
			const value = await read(context);
			kept.set(context.platform, { value, readAt: context.now.getTime() });
			return value;
		},
		forget: (platform: Platform): void => void kept.delete(platform),
	};
}
