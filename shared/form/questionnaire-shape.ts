import type { Shape } from './shape.ts';

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
const coding = object({ code: text(60, /^[\w.:-]+$/) }, { system: address, display: text(200) });
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
	{ valueCoding: object({ code: text(60, /^[\w.:-]+$/), display: words }, { system: address, _display: translated }) },
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
