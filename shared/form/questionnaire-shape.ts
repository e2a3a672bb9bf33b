/** What a value of JSON may be. */
export type Shape =
	| { is: 'text'; max: number; like?: RegExp }
	| { is: 'one of'; these: readonly string[] }
	| { is: 'boolean' }
	| { is: 'number'; isWhole: boolean }
	| { is: 'list'; of: Shape; min: number; max: number }
	| { is: 'object'; needs: Record<string, Shape>; may: Record<string, Shape> };

/** Where a value differs from a shape, as `item[3].maxLength: is no whole number`; nothing when it fits. */
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
			return value.flatMap((one, index) => findMisfits(shape.of, one, `${at}[${index}]`));
		case 'object':
			return findObjectMisfits(shape, value, at);
	}
}

function findObjectMisfits({ needs, may }: Extract<Shape, { is: 'object' }>, value: unknown, at: string): string[] {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${at || 'it'}: is no object`];
	const inside = (name: string) => (at ? `${at}.${name}` : name);
	const missing = Object.keys(needs).filter((name) => !Object.hasOwn(value, name));
	return [
		...missing.map((name) => `${inside(name)}: is missing`),
		...Object.entries(value).flatMap(([name, one]) => {
			const shape = Object.hasOwn(needs, name) ? needs[name] : Object.hasOwn(may, name) ? may[name] : undefined;
			return shape ? findMisfits(shape, one, inside(name)) : [`${inside(name).slice(0, 200)}: is not supported`];
		}),
	];
}

const text = (max: number, like?: RegExp): Shape => ({ is: 'text', max, like });
const oneOf = (...these: string[]): Shape => ({ is: 'one of', these });
const list = (of: Shape, max: number, min = 1): Shape => ({ is: 'list', of, min, max });
const object = (needs: Record<string, Shape>, may: Record<string, Shape> = {}): Shape => ({ is: 'object', needs, may });
const yesOrNo: Shape = { is: 'boolean' };
const whole: Shape = { is: 'number', isWhole: true };
const decimal: Shape = { is: 'number', isWhole: false };

const words = text(2_000, /\S/);
const address = text(200, /^\S+$/);
/** The name of the answer in forms, in JSON and in rules. */
const linkId = text(60, /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
const day = text(10, /^\d{4}-\d{2}-\d{2}$/);
const coding = object({ code: text(60, /^\S+$/) }, { system: address, display: text(200) });
const translated = object({
	extension: list(
		object({
			url: address,
			extension: list(object({ url: text(20) }, { valueCode: text(20), valueString: words }), 4),
		}),
		10,
	),
});
const extension = object(
	{ url: address },
	{
		valueString: words,
		_valueString: translated,
		valueInteger: whole,
		valueDecimal: decimal,
		valueDate: day,
		valueBoolean: yesOrNo,
		valueCoding: coding,
		valueCodeableConcept: object({ coding: list(coding, 1) }),
	},
);
const option = object(
	{ valueCoding: object({ code: text(60, /^\S+$/), display: words }, { system: address, _display: translated }) },
	{ extension: list(extension, 10) },
);
const condition = object(
	{ question: linkId, operator: oneOf('=', '!=', 'exists') },
	{
		answerBoolean: yesOrNo,
		answerCoding: coding,
		answerString: text(200),
		answerInteger: whole,
		answerDecimal: decimal,
		answerDate: day,
	},
);
const named = { linkId, text: words };
const question = object(
	{
		...named,
		type: oneOf('display', 'string', 'text', 'integer', 'decimal', 'date', 'boolean', 'choice', 'open-choice'),
	},
	{
		_text: translated,
		code: list(coding, 10),
		required: yesOrNo,
		repeats: yesOrNo,
		maxLength: whole,
		enableWhen: list(condition, 20),
		enableBehavior: oneOf('any', 'all'),
		answerOption: list(option, 100),
		initial: list(object({}, { valueCoding: coding, valueString: text(200) }), 1),
		extension: list(extension, 20),
	},
);
const group = object(
	{ ...named, type: oneOf('group'), item: list(question, 100) },
	{ _text: translated, code: list(coding, 10) },
);

/** A questionnaire that Vaora can show and check: groups of questions, nothing it would silently leave out. */
export const questionnaireShape = object(
	{
		resourceType: oneOf('Questionnaire'),
		url: address,
		version: text(40, /^[^\s|]+$/),
		status: oneOf('draft', 'active', 'retired'),
		title: words,
		item: list(group, 50),
	},
	{
		id: text(64),
		_title: translated,
		name: text(200),
		subjectType: list(oneOf('Patient'), 1),
		date: text(40),
		publisher: text(200),
		description: words,
		language: oneOf('vi'),
	},
);
