import { askOver } from '#web/gate/engine/ask-server.ts';
import { sendTag, takeOver } from '#web/gate/engine/between-tabs.ts';
import { sendInBackground } from '#web/gate/engine/send-in-background.ts';
import { version } from '$app/env';
import { immutable } from '$app/manifest';
import { self } from '$app/service-worker';

/**
 * Keeps the gate's page and what it is made of on the device, each version in a cache of its own, so that no page mixes
 * two. No other page is kept: those show what belongs to one person.
 */
const cacheName = `gate-${version}`;
const shells = { vi: '/gate?lang=vi', en: '/gate?lang=en' };

self.addEventListener('install', (event) => event.waitUntil(keepGate()));

/** As anybody would get them: nothing of who is signed in on this browser stays behind. */
async function keepGate(): Promise<void> {
	const cache = await caches.open(cacheName);
	const asked = Object.values(shells).map((shell) => new Request(shell, { credentials: 'omit', cache: 'reload' }));
	await cache.addAll(asked);
	const shell = await (await cache.match(shells.vi))!.text();
	// Every page has a file of its own there, and the gate's names the one it needs.
	const isNeeded = (path: string) => !path.includes('/nodes/') || shell.includes(path.slice(path.lastIndexOf('/')));
	await cache.addAll(immutable.map(({ path }) => path).filter(isNeeded));
}

self.addEventListener('activate', (event) => event.waitUntil(dropFormer()));

async function dropFormer(): Promise<void> {
	for (const name of await caches.keys()) if (name.startsWith('gate-') && name !== cacheName) await caches.delete(name);
	await self.clients.claim();
}

// A new version waits until the guard asks for it: a page at work is never taken away.
self.addEventListener('message', ({ data }) => {
	if (data === takeOver) void self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
	const { request } = event;
	const url = new URL(request.url);
	if (request.method !== 'GET' || url.origin !== self.location.origin) return;
	if (request.mode === 'navigate' && url.pathname === '/gate')
		event.respondWith(fromCache(url.searchParams.get('lang') === 'en' ? shells.en : shells.vi, request));
	else if (url.pathname.startsWith('/_app/immutable/')) event.respondWith(fromCache(url.pathname, request));
});

async function fromCache(path: string, request: Request): Promise<Response> {
	const cache = await caches.open(cacheName);
	return (await cache.match(path)) ?? fetch(request);
}

self.addEventListener('sync', (event) => {
	const { tag, waitUntil } = event as ExtendableEvent & { tag: string };
	if (tag === sendTag) waitUntil.call(event, sendInBackground(askOver(self.fetch.bind(self)), version));
});
