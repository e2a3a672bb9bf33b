import Type from 'typebox';
import { operation } from '#platform/operation';
import { staff } from '#platform/who';
import { Moment, Severity, severities, Words } from './alert.ts';
import { selectTemplates } from './queries-templates.ts';

export const listTemplates = operation({
	name: 'alerts.list-templates',
	summary: { vi: 'Mẫu cảnh báo của ba mức đang dùng', en: 'The words of the three severities in force' },
	who: staff,
	input: Type.Object({}, { additionalProperties: false }),
	output: Type.Object({
		templates: Type.Array(
			Type.Object({
				severity: Severity,
				version: Type.Integer(),
				text: Words,
				advice: Words,
				wakes: Type.Boolean({ description: 'Goes out in the quiet hours too' }),
				validFrom: Moment,
				decision: Type.String(),
			}),
		),
	}),
	personal: 'none',
	run: async ({ db }) => {
		const rows = await db.rows(selectTemplates());
		return {
			templates: severities.flatMap((severity) =>
				rows
					.filter((row) => row.severity === severity)
					.map((row) => ({
						severity,
						version: row.version,
						text: { vi: row.vi, en: row.en },
						advice: { vi: row.advice_vi, en: row.advice_en },
						wakes: row.wakes,
						validFrom: row.valid_from.toISOString(),
						decision: row.decision,
					})),
			),
		};
	},
});
