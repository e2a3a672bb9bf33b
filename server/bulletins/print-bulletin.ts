import Type from 'typebox';
import { operation } from '#platform/operation';
import { drawPages } from '#posters';
import { say } from '#shared/language';
import { safeFileName } from '#shared/text/csv';
import { Asked, readBulletin } from './get-bulletin.ts';
import { layoutBulletin } from './layout.ts';
import { officerOfArea } from './reach.ts';

const nameOf = { vi: 'bao cao ngay', en: 'bulletin' };

export const printBulletin = operation({
	name: 'bulletins.print-bulletin',
	summary: {
		vi: 'Báo cáo ngày dạng PDF khổ A4, bằng tiếng của người hỏi',
		en: 'The bulletin as a PDF on A4, in the language of whoever asks',
	},
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
		const { actor, language } = caller;
		const pages = layoutBulletin(bulletin, 'authority' in actor ? actor.authority : '', language);
		const file = await drawPages({ title: pages[0]!.title, pages, at: new Date(bulletin.writtenAt) });
		return {
			base64: file.toString('base64'),
			fileName: safeFileName(`${nameOf[language]} ${bulletin.day} ${say(bulletin.areaName, language)}`, 'pdf'),
		};
	},
});
