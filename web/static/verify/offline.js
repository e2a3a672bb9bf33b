// Opens the page that verifies certificates without a network: the newest that came, and the script that reads them.
const pagesKept = 'vaora-verify';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
	const { pathname, origin } = new URL(event.request.url);
	const isPage = event.request.mode === 'navigate' && pathname === '/verify/certificate';
	const isScript = event.request.destination === 'script' && pathname.startsWith('/_app/immutable/');
	if (event.request.method === 'GET' && origin === self.location.origin && (isPage || isScript))
		event.respondWith(fromNetwork(event.request, pathname));
});

async function fromNetwork(request, pathname) {
	const pages = await caches.open(pagesKept);
	try {
		const response = await fetch(request);
		if (response.ok && !response.redirected) await pages.put(pathname, response.clone());
		return response;
	} catch (error) {
		const kept = await pages.match(pathname);
		if (kept) return kept;
		throw error;
	}
}
