import { printCards } from '#cards';
import { askOrShow } from '#web/server/ask.ts';
import type { RequestHandler } from './$types';

/** Cards as a file to print: all, those of a group, those not printed yet, or one. */
export const GET: RequestHandler = async (event) => {
	const { searchParams } = event.url;
	const [group, card] = [searchParams.get('group'), searchParams.get('card')];
	const { base64, fileName } = await askOrShow(event, printCards, {
		place: event.params.id,
		sheet: searchParams.get('sheet') === '8' ? '8' : '10',
		...(group ? { group: group.slice(0, 100) } : {}),
		...(card ? { cards: [card] } : {}),
		notPrintedOnly: searchParams.has('new'),
	});
	return new Response(Buffer.from(base64, 'base64'), {
		headers: {
			'content-type': 'application/pdf',
			'content-disposition': `attachment; filename="${fileName}"`,
			'cache-control': 'no-store',
		},
	});
};
