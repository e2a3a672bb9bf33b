import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { officerOfCordon } from '#zones';
import { chooseHouses, chosenFields } from './choose-residents.ts';

const shownMax = 200;

export const previewRemoval = operation({
	name: 'residents.preview-removal',
	summary: {
		vi: 'Xem trước: đưa một tổ, một đường hay một danh sách nhà ra thì bao nhiêu nhà, bao nhiêu người thôi phải báo sức khoẻ',
		en: 'How many houses and people of a group, a street or a list would be taken off a cordon’s list; takes off nobody',
	},
	who: officerOfCordon,
	input: Type.Object({ cordonId: Id, ...chosenFields }, { additionalProperties: false }),
	output: Type.Object({
		people: Type.Integer(),
		dwellings: Type.Integer(),
		symptomatic: Type.Integer({ description: 'Of these people, who told of symptoms last' }),
		houses: Type.Array(Type.Object({ group: Type.String(), address: Type.String(), people: Type.Integer() }), {
			description: 'The first 200',
		}),
		unknown: Type.Array(Type.String(), { description: 'Of the addresses, those of no house with people' }),
	}),
	// Addresses of households, though of nobody by name.
	personal: 'reads',
	run: async (context, { cordonId, ...chosen }) => {
		const { houses, unknown } = await chooseHouses(context, cordonId, chosen);
		const sum = (count: (one: (typeof houses)[number]) => number) => houses.reduce((all, one) => all + count(one), 0);
		return {
			...{ people: sum(({ people }) => people), dwellings: houses.length },
			symptomatic: sum(({ symptomatic }) => symptomatic),
			houses: houses.slice(0, shownMax).map(({ group, address, people }) => ({ group, address, people })),
			unknown,
		};
	},
});
