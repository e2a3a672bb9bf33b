import Type from 'typebox';
import { officer, officerRanges } from '#identity';
import { actorId } from '#platform/actor';
import { operation } from '#platform/operation';
import { Export, toExport } from './export.ts';
import { selectExportsOf, selectToApprove } from './queries.ts';

const listMax = 100;

export const list = operation({
	name: 'exports.list',
	summary: {
		vi: 'Các tệp bạn đã xuất và những tệp của người khác đang chờ bạn duyệt',
		en: 'What you exported, and what of others waits for your approval; the newest hundred of each',
	},
	who: officer,
	input: Type.Object({}, { additionalProperties: false }),
	output: Type.Object({ own: Type.Array(Export), toApprove: Type.Array(Export) }),
	personal: 'none',
	run: async ({ db, caller: { actor } }) => {
		const by = actorId(actor) ?? '0';
		const { from, until } = officerRanges(actor);
		const [own, waiting] = await Promise.all([
			db.rows(selectExportsOf(by, listMax)),
			db.rows(selectToApprove(by, from, until, listMax)),
		]);
		return { own: own.map(toExport), toApprove: waiting.map(toExport) };
	},
});
