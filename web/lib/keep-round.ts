// A round goes on without a network: what was noted stays on the device (IndexedDB) until the server has it, and the page
// itself opens again (`rounds-offline.js`). The server knows each report by its id, so that sending twice is harmless.
import { dropAll, type Kept, keepAll, listKept } from './round-store.ts';

const atOnce = 50;
const againSeconds = 30;
const answerSeconds = 5;
const form = document.querySelector<HTMLFormElement>('form[data-round]');
const shown = document.querySelector<HTMLElement>('#kept');
const by = shown?.dataset.by ?? '';

form?.addEventListener('submit', (event) => {
	event.preventDefault();
	void record(form);
});
for (const one of ['online', 'focus']) addEventListener(one, () => void send());
setInterval(() => void send(), againSeconds * 1_000);
document.querySelector('#refused button')?.addEventListener('click', () => void forgetRefused());
void show().then(send);
void keepPage().then(offerFloors);

/** With a network the page sends itself and shows what is wrong; a network that only seems to be there is none. */
async function record(from: HTMLFormElement): Promise<void> {
	const livez = fetch('/livez', { cache: 'no-store', signal: AbortSignal.timeout(answerSeconds * 1_000) });
	if (await livez.then(({ ok }) => ok).catch(() => false)) return from.submit();
	const noted = readNoted(new FormData(from));
	await keepAll(noted.map(({ kept }) => kept));
	for (const { row } of noted) clear(from, row);
	await show();
	shown?.scrollIntoView({ block: 'nearest' });
}

/** Each of the rows that says something. An id of its own each time: noted again it is a correction, never the same. */
function readNoted(posted: FormData): { row: number; kept: Kept }[] {
	const noted: { row: number; kept: Kept }[] = [];
	for (let row = 0; posted.has(`person-${row}`); row++) {
		const text = (name: string) => String(posted.get(`${name}-${row}`) ?? '').trim();
		const signs = posted.getAll(`signs-${row}`).map(String);
		const isWell = text('how') === 'well';
		// Well and a sign at once is no answer; it stays on the page.
		if (isWell ? signs.length : !signs.length) continue;
		const [url = '', version = ''] = text('form').split('|');
		const [temperature, note] = [text('temperature'), text('note')];
		const answers = {
			...{ signs: isWell ? ['none'] : signs, ...(temperature ? { temperature } : {}) },
			...(note ? { note } : {}),
		};
		const at = new Date().toISOString();
		noted.push({ row, kept: { id: newId(), person: text('person'), by, at, form: { url, version }, answers } });
	}
	return noted;
}

/** `crypto.randomUUID` is newer than many a phone. */
function newId(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	bytes[6] = (bytes[6]! & 0x0f) | 0x40;
	bytes[8] = (bytes[8]! & 0x3f) | 0x80;
	const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
	return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** What is on the disk is no longer on the page: pressed again, the button notes only what is new. */
function clear(from: HTMLFormElement, row: number): void {
	for (const field of from.querySelectorAll<HTMLInputElement>(`[name$="-${row}"]:not([type=hidden])`)) {
		if (field.type === 'radio' || field.type === 'checkbox') field.checked = false;
		else field.value = '';
	}
}

let isSending = false;

async function send(): Promise<void> {
	if (isSending) return;
	isSending = true;
	try {
		for (;;) {
			const waiting = (await listKept()).filter((one) => !one.refused && one.by === by).slice(0, atOnce);
			if (!waiting.length || !(await take(waiting))) break;
		}
	} finally {
		isSending = false;
	}
	await show();
}

/** Whether the server settled them. One it cannot take does not hold up the others: each goes by itself then. */
async function take(kept: readonly Kept[]): Promise<boolean> {
	const reports = kept.map(({ id, person, at, form: { url, version }, answers }) => ({
		...{ id, person, at, form: { url, version }, answers },
	}));
	const response = await fetch('/console/rounds/send', {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ by, reports }),
	}).catch(() => undefined);
	if (!response || response.status >= 500 || response.status === 401 || response.status === 429) return false;
	if (!response.ok && kept.length > 1) {
		for (const one of kept) if (!(await take([one]))) return false;
		return true;
	}
	const said = (await response.json().catch(() => undefined)) as
		| { code?: string; reports?: { outcome: string }[] }
		| undefined;
	if (!said) return false;
	const refusedAs = (index: number) =>
		response.ok ? (said.reports?.[index]?.outcome === 'not-due' ? 'not-due' : undefined) : (said.code ?? 'refused');
	const refused = kept.flatMap((one, index) => (refusedAs(index) ? { ...one, refused: refusedAs(index)! } : []));
	await keepAll(refused);
	const isRefused = new Set(refused.map(({ id }) => id));
	await dropAll(kept.map(({ id }) => id).filter((id) => !isRefused.has(id)));
	return true;
}

async function forgetRefused(): Promise<void> {
	await dropAll((await listKept()).filter(({ refused, by: noter }) => refused && noter === by).map(({ id }) => id));
	await show();
}

/** How many wait, of this officer and of others; whose they are stands beside each person of the page. */
async function show(): Promise<void> {
	if (!shown) return;
	const kept = await listKept();
	const waiting = kept.filter(({ refused }) => !refused);
	const others = waiting.filter((one) => one.by !== by).length;
	shown.hidden = waiting.length === 0;
	shown.textContent = `${shown.dataset.words}: ${waiting.length}${others ? ` (${shown.dataset.others}: ${others})` : ''}`;
	const own = waiting.filter((one) => one.by === by);
	const refused = kept.filter((one) => one.refused && one.by === by);
	for (const mark of document.querySelectorAll('[data-kept]')) mark.remove();
	for (const { person, answers } of own) note(person, answers.signs?.includes('none') ? 'well' : 'ill');
	for (const { person } of refused) note(person, 'refused');
	const refusal = document.querySelector<HTMLElement>('#refused');
	if (!refusal) return;
	refusal.hidden = refused.length === 0;
	refusal.querySelector('span')!.textContent = String(refused.length);
}

function note(person: string, word: 'well' | 'ill' | 'refused'): void {
	const field = form?.querySelector(`[name^="person-"][value="${CSS.escape(person)}"]`);
	const mark = document.createElement('p');
	mark.dataset.kept = word;
	const words = shown!.dataset[word]!;
	mark.textContent = words;
	field?.after(mark);
}

/** The first time the page came before its worker: it is fetched once more, to be there without a network. */
async function keepPage(): Promise<void> {
	if (!('serviceWorker' in navigator)) return;
	await navigator.serviceWorker.register('/console/rounds-offline.js', { scope: '/console/rounds' });
	await navigator.serviceWorker.ready;
	if (navigator.serviceWorker.controller && (await caches.match(import.meta.url))) return;
	await (await caches.open(keptName())).addAll([location.pathname + location.search, import.meta.url]);
}

const keptName = () => `vaora-rounds-${new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)}`;

/** Where there are floors: which of them are on the device, and a button that fetches them all. */
async function offerFloors(): Promise<void> {
	const offer = document.querySelector<HTMLElement>('[data-keep-floors]');
	if (!offer || !('caches' in window)) return;
	const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-floors] a')];
	const button = offer.querySelector('button')!;
	const tell = async () => {
		const kept = await Promise.all(links.map(async ({ pathname, search }) => caches.match(pathname + search)));
		const count = kept.filter(Boolean).length;
		offer.querySelector('span')!.textContent = `${offer.dataset.words} ${count}/${links.length}`;
		button.hidden = count === links.length;
	};
	button.addEventListener('click', async () => {
		button.disabled = true;
		const cache = await caches.open(keptName());
		for (const { pathname, search } of links) {
			await cache.add(pathname + search).catch(() => undefined);
			await tell();
		}
		button.disabled = false;
	});
	await tell();
	offer.hidden = false;
}
