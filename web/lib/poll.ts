// Shows how far something is without loading the page again; without JavaScript the page loads itself.
const everyMilliseconds = 1_500;

async function look(): Promise<void> {
	const shown = document.querySelector('[data-poll]');
	if (!shown) return;
	const response = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => undefined);
	const answer = response?.ok ? new DOMParser().parseFromString(await response.text(), 'text/html') : undefined;
	const next = answer?.querySelector('[data-poll]');
	// Finished: the page says more than how far it is.
	if (answer && !next) return location.reload();
	if (next) shown.replaceChildren(...next.childNodes);
	setTimeout(look, everyMilliseconds);
}

setTimeout(look, everyMilliseconds);
