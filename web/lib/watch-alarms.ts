// Tells on a station's page that stays open that somebody has just reported symptoms: at most twenty seconds late. The
// page is not loaded anew by itself, since an officer may be writing in it.
const seconds = 20;
const shown = document.querySelector<HTMLElement>('[data-alarms]');
let known = Number(shown?.dataset.alarms ?? 0);
const title = document.title;

async function look(): Promise<void> {
	const response = await fetch('/console/station/alarms').catch(() => undefined);
	if (!response?.ok || !shown) return;
	const { alarms } = (await response.json()) as { alarms: number };
	if (alarms > known) {
		shown.hidden = false;
		document.title = `(${alarms}) ${title}`;
	} else known = alarms;
}

setInterval(() => void look(), seconds * 1_000);
document.addEventListener('visibilitychange', () => {
	if (!document.hidden) void look();
});
