// Opens the round without a network: each list as it came last, and the script that keeps what is noted. The lists of a
// day are thrown away when the first of another day comes. What they hold is masked; signing out forgets them.
const named = 'vaora-rounds-';
const today = () => named + new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
	const { pathname, search, origin } = new URL(event.request.url);
	const isPage = event.request.mode === 'navigate' && pathname === '/console/rounds';
	const isMade = pathname.startsWith('/_app/immutable/');
	if (event.request.method === 'GET' && origin === self.location.origin && (isPage || isMade))
		event.respondWith(fromNetwork(event.request, pathname + (isPage ? withoutOutcome(search) : '')));
});

/** The same list, whether or not something was recorded just before. */
function withoutOutcome(search) {
	const query = new URLSearchParams(search);
	query.delete('recorded');
	return query.size ? `?${query}` : '';
}

async function fromNetwork(request, key) {
	try {
		const response = await fetch(request);
		// A page one is sent on to, to sign in, is not the one that was asked for.
		if (response.ok && !response.redirected) await keep(key, response.clone());
		return response;
	} catch (error) {
		const kept = await caches.match(key);
		if (kept) return kept;
		throw error;
	}
}

async function keep(key, response) {
	const name = today();
	for (const other of await caches.keys()) if (other.startsWith(named) && other !== name) await caches.delete(other);
	await (await caches.open(name)).put(key, response);
}
