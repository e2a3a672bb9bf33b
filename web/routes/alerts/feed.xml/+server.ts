import { readNoticeFeed } from '#web/server/notice-feed.ts';
import type { RequestHandler } from './$types';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// What XML cannot hold is left out; nobody sees it anyway.
const quote = (text: string): string =>
	text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '').replace(/[&<>"]/g, (letter) => escapes[letter]!);

/** RSS 2.0. */
export const GET: RequestHandler = async (event) => {
	const { language, title, page, entries } = await readNoticeFeed(event);
	const items = entries.map(
		(one) =>
			`<item><guid isPermaLink="false">${quote(one.id)}</guid><link>${quote(one.url)}</link><title>${quote(one.title)}</title><description>${quote(one.text)}</description><pubDate>${one.at.toUTCString()}</pubDate></item>`,
	);
	const head = `<title>${quote(title)}</title><link>${quote(page)}</link><description>${quote(title)}</description><language>${language}</language>`;
	const feed = `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel>${head}${items.join('')}</channel></rss>\n`;
	return new Response(feed, { headers: { 'content-type': 'application/rss+xml; charset=utf-8' } });
};
