// PostgreSQL stores every character but NUL, and nobody types it. The validator lets it through in free text.

type Finder = (value: unknown) => boolean;

/**
 * Makes what says whether a valid value of this schema holds a NUL. Texts that a constant, pattern or format bounds are
 * not looked at, and undefined is given where there is nothing to look at: tens of thousands of inputs pass a second.
 */
export function nulFinder(schema: unknown): Finder | undefined {
	if (!takesText(schema)) return undefined;
	const { type, properties, patternProperties, additionalProperties, items } = schema as Record<string, unknown>;
	if (type === 'array' && !Array.isArray(items)) {
		const inItem = nulFinder(items) ?? holdsNul;
		return (list) => (list as unknown[]).some(inItem);
	}
	const isListed = type === 'object' && properties && !patternProperties && additionalProperties === false;
	if (!isListed) return holdsNul;
	const within = Object.entries(properties as object).flatMap(([name, part]) => {
		const find = nulFinder(part);
		return find ? [{ name, find }] : [];
	});
	return (value) =>
		within.some(({ name, find }) => {
			const part = (value as Record<string, unknown>)[name];
			return part !== undefined && find(part);
		});
}

/** A string that nothing bounds, at any depth. What is not described may hold one. */
function takesText(schema: unknown): boolean {
	if (typeof schema !== 'object' || schema === null) return false;
	const { type, ...bounds } = schema as Record<string, unknown>;
	if (type === 'string') return !['const', 'enum', 'pattern', 'format'].some((bound) => bound in bounds);
	return Object.keys(schema).length === 0 || Object.values(schema).some(takesText);
}

function holdsNul(value: unknown): boolean {
	if (typeof value === 'string') return value.includes('\0');
	if (typeof value !== 'object' || value === null) return false;
	for (const name in value) if (name.includes('\0') || holdsNul(value[name as never])) return true;
	return false;
}

/** In which field of an input that holds one. */
export function fieldWithNul(value: unknown, path = ''): string | undefined {
	if (typeof value !== 'object' || value === null) return holdsNul(value) ? path : undefined;
	for (const [name, part] of Object.entries(value)) {
		const at = path ? `${path}.${name}` : name;
		const found = name.includes('\0') ? path || name : fieldWithNul(part, at);
		if (found !== undefined) return found;
	}
	return undefined;
}
