import fc from 'fast-check';

/** What of JSON Schema the operations' inputs use. */
interface Schema {
	type?: string;
	const?: unknown;
	enum?: unknown[];
	anyOf?: Schema[];
	properties?: Record<string, Schema>;
	required?: string[];
	patternProperties?: Record<string, Schema>;
	items?: Schema;
	pattern?: string;
	format?: string;
	[limit: string]: unknown;
}

/** Values that mean something to an operation, by the name of the field: a place that is there, a person, a case. */
export type Meant = Readonly<Record<string, unknown>>;

/** Inputs a schema lets through, at its limits more often than chance would have it. */
export function validInput(given: object, meant: Meant = {}): fc.Arbitrary<unknown> {
	const schema = given as Schema;
	if (schema.const !== undefined) return fc.constant(schema.const);
	if (schema.enum) return fc.constantFrom(...schema.enum);
	if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => validInput(one, meant)));
	if (schema.properties) return validObject(schema as Schema & { properties: object }, meant);
	if (schema.patternProperties) {
		const [[pattern, value]] = Object.entries(schema.patternProperties) as [[string, Schema]];
		return fc.dictionary(fc.stringMatching(new RegExp(pattern)), validInput(value, meant), { maxKeys: 4 });
	}
	return simple(schema, meant);
}

function validObject({ properties, required = [] }: Schema & { properties: Record<string, Schema> }, meant: Meant) {
	const fields = Object.entries(properties).map(([name, field]) => {
		const any = validInput(field, meant);
		return [name, name in meant ? fc.oneof({ weight: 3, arbitrary: fc.constant(meant[name]) }, any) : any] as const;
	});
	return fc.record(Object.fromEntries(fields), { requiredKeys: required as never[] });
}

function simple(schema: Schema, meant: Meant): fc.Arbitrary<unknown> {
	const { type, minimum = -2e9, maximum = 2e9 } = schema as { type?: string; minimum?: number; maximum?: number };
	if (type === 'integer')
		return fc.oneof(fc.constantFrom(minimum, maximum), fc.integer({ min: minimum, max: Math.min(maximum, 2 ** 31) }));
	if (type === 'number') return fc.double({ min: minimum, max: maximum, noNaN: true });
	if (type === 'boolean') return fc.boolean();
	if (type === 'null') return fc.constant(null);
	if (type === 'array') {
		const { minItems = 0, maxItems = 4 } = schema as { minItems?: number; maxItems?: number };
		const maxLength = Math.max(minItems, Math.min(maxItems, 4));
		return fc.array(validInput(schema.items ?? {}, meant), { minLength: minItems, maxLength });
	}
	return type === 'string' ? text(schema) : fc.jsonValue({ maxDepth: 2 });
}

function text({ pattern, format, ...limits }: Schema): fc.Arbitrary<string> {
	const { minLength = 0, maxLength = 300 } = limits as { minLength?: number; maxLength?: number };
	if (pattern) return fc.stringMatching(new RegExp(pattern)).filter((one) => one.length <= maxLength);
	if (format === 'date-time') return fc.date({ noInvalidDate: true, ...years }).map((one) => one.toISOString());
	if (format === 'date') return fc.date({ noInvalidDate: true, ...years }).map((one) => one.toISOString().slice(0, 10));
	if (format === 'uuid') return fc.uuid();
	const letters = fc.string({ unit: 'binary', minLength, maxLength: Math.min(maxLength, 300) });
	const longest = fc.constantFrom(
		'ữ'.repeat(maxLength),
		"'; drop table x; --".padEnd(minLength),
		'\u0000'.padEnd(minLength),
	);
	return fc.oneof(letters, longest).filter((one) => one.length >= minLength && one.length <= maxLength);
}

const years = { min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z') };

/** The text of a request's body that is valid but for one thing in it, or is no input at all. */
export function wrongBody(schema: { properties: object }, meant: Meant = {}): fc.Arbitrary<string> {
	const names = ['extra', ...Object.keys(schema.properties)];
	const spoilt = fc
		.tuple(validInput(schema, meant), fc.constantFrom(...names), fc.constantFrom(...odd))
		.map(([input, name, value]) => {
			const rest = Object.entries(input as object).filter(([key]) => key !== name);
			const fields = rest.map(([key, one]) => `${JSON.stringify(key)}:${JSON.stringify(one)}`);
			return `{${[...fields, `${JSON.stringify(name)}:${value}`].join(',')}}`;
		});
	return fc.oneof(
		{ weight: 5, arbitrary: spoilt },
		fc.constantFrom(...odd, '', '{', '{"a":1,"a":2}', '{"__proto__":{}}'),
	);
}

/** Pieces of JSON that break what was not written with care. */
const odd = [
	...[
		'null',
		'true',
		'0',
		'-1',
		'1e309',
		'1.5',
		'9223372036854775808',
		'""',
		'" "',
		'"\\u0000"',
		'"\\ud800"',
		'[]',
		'{}',
	],
	...['[[]]', '["a","a"]', '{"__proto__":1}', '{"constructor":{"prototype":1}}', '{"toString":1}', '"__proto__"'],
	...['"0001-01-01T00:00:00Z"', '"+275760-09-13T00:00:00.000Z"', '"2026-02-30"', `"${'a'.repeat(100_000)}"`],
	'['.repeat(500) + ']'.repeat(500),
	`[${'1,'.repeat(20_000)}1]`,
];
