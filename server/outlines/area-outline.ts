import Type from 'typebox';

const Numbers = Type.Array(Type.Integer());

export const AreaOutline = Type.Object({
	areaId: Type.Integer(),
	polygons: Type.Array(Type.Array(Numbers), { description: 'x, y … in ten thousandths of a degree' }),
	islets: Numbers,
});
