// Keeps what the page says of the time that is left, without loading it again; without JavaScript it stays as it was sent.
import { remaining } from './ui/remaining.ts';

const everyMilliseconds = 15_000;
/** The server's clock counts, not this machine's. */
const sentAt = document.querySelector<HTMLElement>('[data-now]')?.dataset.now;
const ahead = sentAt ? Date.parse(sentAt) - Date.now() : 0;
const language = document.documentElement.lang === 'en' ? 'en' : 'vi';

function show(): void {
	const now = new Date(Date.now() + ahead);
	for (const shown of document.querySelectorAll<HTMLElement>('[data-due]')) {
		const dueAt = new Date(shown.dataset.due!);
		shown.textContent = remaining(dueAt, now, language);
		const tag = shown.closest('.tag');
		if (now > dueAt) tag?.classList.replace('grey', 'red') || tag?.classList.replace('amber', 'red');
		else if (now >= new Date(shown.dataset.warn!)) tag?.classList.replace('grey', 'amber');
	}
}

setInterval(show, everyMilliseconds);
document.addEventListener('visibilitychange', show);
