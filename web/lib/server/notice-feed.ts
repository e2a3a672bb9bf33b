import type { RequestEvent } from '@sveltejs/kit';
import { running } from '#platform/running';
import { formatMoment, say } from '#shared/language';
import { listPublished } from '#venues';
import { ask } from './ask.ts';

const shown = 100;

/** The public notices as entries of a feed. A corrected one is a new entry, so that readers show it again. */
export async function readNoticeFeed(event: Pick<RequestEvent, 'locals'>) {
	const { language } = event.locals;
	const { origin } = running.platform!.config;
	const { notices } = await ask(event, listPublished, { limit: shown });
	return {
		language,
		title: language === 'vi' ? 'Những nơi có ca bệnh' : 'Places where there was a case',
		page: `${origin}/alerts`,
		entries: notices.map((one) => {
			const where = [one.placeName, one.areaName ? say(one.areaName, language) : ''].filter(Boolean).join(', ');
			const when = `${formatMoment(new Date(one.from))} – ${formatMoment(new Date(one.until))}`;
			const correction = one.correction && say(one.correction, language);
			return {
				id: `${origin}/alerts#n${one.noticeId}${correction ? '-corrected' : ''}`,
				url: `${origin}/alerts#n${one.noticeId}`,
				title: correction ? `${language === 'vi' ? 'Đính chính' : 'Correction'}: ${where}` : where,
				text: correction ?? `${when}. ${say(one.advice, language)} ${one.phone}`,
				at: new Date(one.withdrawnAt ?? one.publishedAt!),
				notice: one,
			};
		}),
	};
}
