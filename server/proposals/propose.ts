import Type from 'typebox';
import { findArea } from '#areas';
import { getRegime } from '#diseases';
import { maskedNames } from '#identity';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { addProposals } from './add-proposals.ts';
import { ProposedList, toProposedList, wantedFields } from './fields.ts';
import { officerOfArea } from './reach.ts';

export const propose = operation({
	name: 'proposals.propose',
	summary: {
		vi: 'Lập danh sách đề nghị cách ly; có thể tạm giữ trong lúc chờ quyết định',
		en: 'Puts people on the list for isolation; they may be kept until it is decided',
	},
	who: officerOfArea,
	input: Type.Object(
		{
			persons: Type.Array(Id, { minItems: 1, maxItems: 100, uniqueItems: true }),
			areaId: Type.Integer({ minimum: 1, maximum: 2_147_483_647, description: 'Who will manage the isolation' }),
			cause: Type.Union([Type.Literal('case'), Type.Literal('contact'), Type.Literal('arrival')]),
			...wantedFields,
		},
		{ additionalProperties: false },
	),
	output: ProposedList,
	personal: 'changes',
	purpose: ({ reason }) => reason,
	run: async (context, { persons, areaId, regime: regimeName, knownAt, ...wanted }) => {
		const { db, now, platform, about } = context;
		about(...persons);
		const area = await findArea(db, areaId);
		if (!area) throw new Problem('invalid-input', { field: 'areaId' });
		const known = await maskedNames({ db, keys: platform.keys }, persons);
		if (persons.some((person) => !known.has(person))) throw new Problem('person-not-found', { field: 'persons' });
		const regime = await getRegime(db, regimeName, now);
		const people = persons.map((personId) => ({ personId, areaPath: area.path }));
		const proposed = await addProposals(context, people, {
			...{ ...wanted, regime, disease: regime.disease },
			...(knownAt ? { knownAt: new Date(knownAt) } : {}),
		});
		return toProposedList(proposed);
	},
});
