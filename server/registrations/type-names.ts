import type { Text } from '#shared/language';
import { fold } from '#shared/text/vietnamese';

/**
 * Finds a kind of place by its code, its Vietnamese or English name, or one of several names it has: "Siêu thị" for
 * "Siêu thị, trung tâm thương mại". A name two kinds have means neither.
 */
export function indexTypes(types: readonly { type: string; name: Text; isVehicle: boolean }[]) {
	const found = new Map<string, { type: string; isVehicle: boolean } | undefined>();
	const add = (written: string, type: { type: string; isVehicle: boolean }) => {
		const key = keyOf(written);
		found.set(key, found.has(key) && found.get(key)?.type !== type.type ? undefined : type);
	};
	for (const type of types) {
		const { vi, en } = type.name;
		for (const part of [...vi.split(', '), ...en.split(/, | or /)]) add(part, type);
	}
	// A whole name wins over a part of another.
	for (const type of types) for (const whole of [type.type, type.name.vi, type.name.en]) found.set(keyOf(whole), type);
	return (written: string) => found.get(keyOf(written));
}

const keyOf = (written: string): string =>
	fold(written)
		.replace(/[^a-z0-9]+/g, ' ')
		.trim();
