// A round goes on without a network: what was noted stays on the device (IndexedDB) until the server has it. The server
// knows each report by its id, so that sending twice is harmless.
import { openDB } from 'idb';

interface Kept {
	id: string;
	person: string;
	at: string;
	form: { url: string; version: string };
	answers: Record<string, string | string[]>;
}

const atOnce = 50;
const store = openDB('vaora-round', 1, { upgrade: (db) => void db.createObjectStore('report', { keyPath: 'id' }) });
const form = document.querySelector<HTMLFormElement>('form[data-round]');
const shown = document.querySelector<HTMLElement>('#kept');

form?.addEventListener('submit', (event) => {
	// With a network the page sends itself and shows what is wrong.
	if (navigator.onLine) return;
	event.preventDefault();
	void keep(form);
});
addEventListener('online', () => void send());
void send();

async function keep(from: HTMLFormElement): Promise<void> {
	const posted = new FormData(from);
	const db = await store;
	for (let row = 0; posted.has(`person-${row}`); row++) {
		const text = (name: string) => String(posted.get(`${name}-${row}`) ?? '').trim();
		const signs = posted.getAll(`signs-${row}`).map(String);
		const isWell = text('how') === 'well';
		// Well and a sign at once is no answer; it stays on the page.
		if (isWell ? signs.length : !signs.length) continue;
		const [url = '', version = ''] = text('form').split('|');
		const temperature = text('temperature');
		const note = text('note');
		await db.put('report', {
			...{ id: text('id'), person: text('person'), at: new Date().toISOString(), form: { url, version } },
			answers: { signs: isWell ? ['none'] : signs, ...(temperature ? { temperature } : {}), ...(note ? { note } : {}) },
		} satisfies Kept);
	}
	await show();
}

async function send(): Promise<void> {
	const db = await store;
	for (;;) {
		const reports = ((await db.getAll('report', undefined, atOnce)) as Kept[]).slice(0, atOnce);
		if (!reports.length || !(await take(reports))) break;
	}
	await show();
}

/** Whether the server settled them. One it cannot take does not hold up the others: each goes by itself then. */
async function take(reports: readonly Kept[]): Promise<boolean> {
	const response = await fetch('/console/rounds/send', {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ reports }),
	}).catch(() => undefined);
	if (!response || response.status >= 500 || response.status === 401 || response.status === 429) return false;
	if (!response.ok && reports.length > 1) {
		for (const one of reports) if (!(await take([one]))) return false;
		return true;
	}
	const db = await store;
	for (const { id } of reports) await db.delete('report', id);
	return true;
}

async function show(): Promise<void> {
	if (!shown) return;
	const kept = await (await store).count('report');
	shown.hidden = kept === 0;
	shown.textContent = `${shown.dataset.words}: ${kept}`;
}
