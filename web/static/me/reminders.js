// Shows a reminder that the push service brought, and opens what it leads to. Keeps nothing.
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('push', (event) => {
	const { key, text, url } = readPayload(event.data);
	event.waitUntil(
		self.registration.showNotification('Vaora', {
			body: text,
			// The same message again takes its own place.
			tag: key,
			icon: '/gate/icon-192.png',
			data: { url },
		}),
	);
});

function readPayload(data) {
	try {
		return data.json();
	} catch {
		return { key: 'vaora', text: 'Bạn có tin nhắn mới. You have a new message.', url: '/me/messages' };
	}
}

self.addEventListener('notificationclick', (event) => {
	event.notification.close();
	event.waitUntil(self.clients.openWindow(event.notification.data.url));
});
