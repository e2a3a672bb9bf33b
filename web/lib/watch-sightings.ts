// Keeps the number of sightings that wait up to date on an officer's page that stays open: at most half a minute old.
const seconds = 30;
const shown = document.querySelector<HTMLElement>('[data-open-sightings]');

async function refresh(): Promise<void> {
	const response = await fetch('/console/sightings/count').catch(() => undefined);
	if (!response?.ok) return;
	const { open } = (await response.json()) as { open: number };
	if (!shown || shown.dataset.openSightings === String(open)) return;
	shown.dataset.openSightings = String(open);
	shown.hidden = open === 0;
	shown.textContent = open >= 100 ? '99+' : String(open);
}

setInterval(() => {
	if (!document.hidden) void refresh();
}, seconds * 1_000);
document.addEventListener('visibilitychange', () => {
	if (!document.hidden) void refresh();
});
