import Type from 'typebox';
import { operation } from '#platform/operation';
import { Pdf } from '#posters';
import { safeFileName } from '#shared/text/csv';
import { Asked, readBulletin } from './get-bulletin.ts';
import { layoutBulletin } from './layout.ts';
import { officerOfArea } from './reach.ts';

export const printBulletin = operation({
	name: 'bulletins.print-bulletin',
	summary: { vi: 'Báo cáo ngày dạng PDF khổ A4', en: 'The bulletin as a PDF on A4' },
	who: officerOfArea,
	input: Asked,
	output: Type.Object({
		base64: Type.String({ description: 'application/pdf' }),
		fileName: Type.String(),
	}),
	personal: 'none',
	limits: [{ what: 'areaId', by: ({ areaId }) => String(areaId), limit: { count: 60, seconds: 3_600 } }],
	run: async ({ db, caller }, asked) => {
		const bulletin = await readBulletin(db, asked);
		const { actor } = caller;
		const pages = layoutBulletin(bulletin, 'authority' in actor ? actor.authority : '');
		const pdf = new Pdf(pages[0]!.title, new Date(bulletin.writtenAt));
		for (const page of pages) pdf.add(page);
		const file = await pdf.end();
		return {
			base64: file.toString('base64'),
			fileName: safeFileName(`bao cao ngay ${bulletin.day} ${bulletin.areaName.vi}`, 'pdf'),
		};
	},
});
