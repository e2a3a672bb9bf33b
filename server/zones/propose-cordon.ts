import Type from 'typebox';
import { findArea } from '#areas';
import { DiseaseName } from '#diseases';
import { officerOf } from '#identity';
import { actorId } from '#platform/actor';
import type { Db } from '#platform/db';
import { Id, newId } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { requireDisease } from './cordon.ts';
import { extentFields, readExtent } from './extent.ts';
import { insertProposal } from './queries-proposals.ts';

export const proposeCordon = operation({
	name: 'zones.propose-cordon',
	summary: {
		vi: 'Đề nghị Chủ tịch UBND cấp xã quyết định khoanh vùng',
		en: 'Asks the commune’s chair to decide on a cordon',
	},
	who: officerOf(async ({ areaId }: { areaId: number }, db: Db) => (await findArea(db, areaId))?.path),
	input: Type.Object(
		{
			areaId: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
			...extentFields,
			disease: DiseaseName,
			reason: Type.String({ minLength: 5, maxLength: 1_000, description: 'What happened there; names nobody' }),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ proposalId: Id }),
	personal: 'changes',
	run: async ({ db, caller, now, platform }, input) => {
		const area = await findArea(db, input.areaId);
		if (!area) throw new Problem('invalid-input', { field: 'areaId' });
		await requireDisease(db, input.disease);
		const proposalId = newId();
		const authority = 'authority' in caller.actor ? caller.actor.authority : '';
		const { disease, reason } = input;
		await db.run(
			insertProposal({
				...{ proposalId, area, extent: readExtent(input, platform.keys), disease, reason, authority, now },
				by: actorId(caller.actor) ?? null,
			}),
		);
		return { proposalId };
	},
});
