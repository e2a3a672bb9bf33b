/** What a value of JSON may be. */
export type Shape =
	| { is: 'text'; max: number; like?: RegExp }
	| { is: 'one of'; these: readonly string[] }
	| { is: 'boolean' }
	| { is: 'number'; isWhole: boolean }
	| { is: 'list'; of: Shape; min: number; max: number }
	| { is: 'object'; needs: Record<string, Shape>; may: Record<string, Shape> };

/** Where a value differs from a shape, as `full-name.maxLength: is no whole number`; nothing when it fits. */
export function findMisfits(shape: Shape, value: unknown, at = ''): string[] {
	switch (shape.is) {
		case 'text':
			if (typeof value !== 'string' || value.length > shape.max) return [`${at}: is no text of at most ${shape.max}`];
			return shape.like && !shape.like.test(value) ? [`${at}: is not written as ${shape.like.source}`] : [];
		case 'one of':
			return shape.these.includes(value as string) ? [] : [`${at}: is none of ${shape.these.join(', ')}`];
		case 'boolean':
			return typeof value === 'boolean' ? [] : [`${at}: is neither true nor false`];
		case 'number':
			if (Number.isFinite(value) && (!shape.isWhole || Number.isSafeInteger(value))) return [];
			return [`${at}: is no ${shape.isWhole ? 'whole ' : ''}number`];
		case 'list':
			if (!Array.isArray(value) || value.length < shape.min || value.length > shape.max)
				return [`${at}: is no list of ${shape.min} to ${shape.max}`];
			return value.flatMap((one, index) => findMisfits(shape.of, one, nameOf(one) ?? `${at}[${index}]`));
		case 'object':
			return findObjectMisfits(shape, value, at);
	}
}

function findObjectMisfits({ needs, may }: Extract<Shape, { is: 'object' }>, value: unknown, at: string): string[] {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${at || 'it'}: is no object`];
	const inside = (name: string) => (at ? `${at}.${name}` : name);
	const missing = Object.keys(needs).filter(
		(name) => !Object.hasOwn(value, name) || value[name as never] === undefined,
	);
	return [
		...missing.map((name) => `${inside(name)}: is missing`),
		...Object.entries(value).flatMap(([name, one]) => {
			if (one === undefined) return [];
			const shape = Object.hasOwn(needs, name) ? needs[name] : Object.hasOwn(may, name) ? may[name] : undefined;
			return shape ? findMisfits(shape, one, inside(name)) : [`${inside(name).slice(0, 200)}: is not supported`];
		}),
	];
}

/** An item is found by its linkId more easily than by its place. */
function nameOf(value: unknown): string | undefined {
	const { linkId } = Object(value) as { linkId?: unknown };
	return typeof linkId === 'string' && linkId ? linkId.slice(0, 60) : undefined;
}
