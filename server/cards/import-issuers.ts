import Type from 'typebox';
import { operation } from '#platform/operation';
import { chunks, sqlRows } from '#platform/sql';
import { anyOf, role, system } from '#platform/who';
import { deleteIssuers, issuerTypes, onKnownIssuer, upsertIssuers } from './queries-issuers.ts';
import { readIssuers } from './read-issuers.ts';

export const importIssuers = operation({
	name: 'cards.import-issuers',
	summary: {
		vi: 'Nạp danh sách nơi cấp chứng nhận tiêm chủng, xét nghiệm được tin cậy',
		en: 'Loads the issuers whose vaccination and test certificates hold here',
	},
	who: anyOf(role(['administrator']), system),
	input: Type.Object(
		{
			list: Type.String({
				maxLength: 20_000_000,
				description: 'PEM certificates, or a JSON list: see the module’s README',
			}),
			replace: Type.Optional(Type.Boolean({ description: 'Issuers that are not in it no longer hold' })),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({
		loaded: Type.Integer(),
		removed: Type.Integer(),
		faults: Type.Array(
			Type.Object({ entry: Type.Integer(), text: Type.Object({ vi: Type.String(), en: Type.String() }) }),
		),
	}),
	personal: 'none',
	run: async ({ db, now }, { list, replace }) => {
		const { issuers, faults } = await readIssuers(list);
		// A list with a fault in it is no reason to distrust everybody.
		const isWhole = faults.length === 0 && issuers.length > 0;
		const removed = replace && isWhole ? await db.run(deleteIssuers()) : 0;
		const rows = [...new Map(issuers.map((issuer) => [issuer.keyId, issuer])).values()].map((one) => [
			...[one.keyId, JSON.stringify(one.key), one.kinds, one.validFrom, one.validUntil, now],
		]);
		for (const part of chunks(rows)) await db.run(sqlRows(upsertIssuers, issuerTypes, part, onKnownIssuer));
		return { loaded: rows.length, removed, faults };
	},
});
