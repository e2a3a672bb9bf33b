import { readNoticeFeed } from '#web/server/notice-feed.ts';
import type { RequestHandler } from './$types';

/** JSON Feed 1.1, with each notice as it is under `_vaora`. */
export const GET: RequestHandler = async (event) => {
	const { language, title, page, entries } = await readNoticeFeed(event);
	const feed = {
		version: 'https://jsonfeed.org/version/1.1',
		...{ title, language, home_page_url: page, feed_url: `${page}/feed.json` },
		items: entries.map(({ id, url, title: name, text, at, notice }) => ({
			...{ id, url, title: name, content_text: text, date_published: at.toISOString(), _vaora: notice },
		})),
	};
	return new Response(JSON.stringify(feed), { headers: { 'content-type': 'application/feed+json; charset=utf-8' } });
};
