import Type from 'typebox';

export const Moment = Type.String({ format: 'date-time' });

/** The names of `formats`. */
export const Format = Type.Union([
	Type.Literal('pdf-a3'),
	Type.Literal('pdf-a4'),
	Type.Literal('pdf-a5'),
	Type.Literal('pdf-a6'),
	Type.Literal('tent'),
	Type.Literal('stickers-8'),
	Type.Literal('stickers-24'),
]);
