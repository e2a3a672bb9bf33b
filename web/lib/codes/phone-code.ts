// The page of a personal code where JavaScript runs: another code each minute, with a clock that shows it is alive. It needs
// the network once, to have its chain's end signed; then it goes on without.
import { phoneQr } from '#shared/codes/phone-qr';
import { drawQr } from '#shared/codes/qr-svg';
import { anchorOf, newSeed, showSlot, slotAt, slotMilliseconds, slotsMax } from '#shared/codes/rotating-code';
import { type KeptCode, keep, pagesKept, readKept } from './kept-code.ts';

const find = (name: string) => document.querySelector<HTMLElement>(`[data-${name}]`)!;
const card = find('person');
const { person = '', account = '', until = '', now: servedAt = '' } = card.dataset;
const [screen, clock, bar, over] = ['code', 'clock', 'bar', 'over'].map(find) as [
	HTMLElement,
	HTMLElement,
	HTMLElement,
	HTMLElement,
];
const label = screen.querySelector('svg')?.getAttribute('aria-label') ?? '';

/** A gate takes the last link for some minutes yet. */
const spareSlots = 10;

let kept = readKept(account, person);
let shown = -1;

document.documentElement.classList.add('js');
if (kept) show();
setInterval(show, 500);
document.addEventListener('visibilitychange', () => {
	show();
	void stayAwake();
});
void stayAwake();
addEventListener('online', tryToRenew);
tryToRenew();
void keepPage().catch(() => {});

function show() {
	if (!kept) return;
	const now = new Date(Date.now() + kept.skew);
	const issuedAt = new Date(kept.issuedAt);
	const slot = slotAt(now, issuedAt);
	clock.textContent = now.toLocaleTimeString('vi-VN', { hour12: false, timeZone: 'Asia/Ho_Chi_Minh' });
	bar.style.transform = `scaleX(${1 - ((now.getTime() - kept.issuedAt) % slotMilliseconds) / slotMilliseconds})`;
	if (slot === shown) return;
	shown = slot;
	const text =
		now.getTime() < kept.expiresAt
			? showSlot(kept.code, { seed: toBytes(kept.seed), slots: kept.slots }, slot)
			: undefined;
	if (!text) return end();
	screen.innerHTML = drawQr(phoneQr(text), { label });
	screen.dataset.code = text;
	screen.dataset.kind = 'rotating';
	screen.hidden = false;
	over.hidden = true;
}

function end() {
	screen.hidden = true;
	over.hidden = false;
}

function tryToRenew() {
	renew().catch(() => {
		// Without a network what is kept goes on; what the server drew for two minutes does not.
		if (!kept) end();
	});
}

/** Has a new chain's end signed. Throws where there is no network, or no declaration that holds. */
async function renew() {
	const seed = newSeed();
	// By the server's clock, since the phone's may be wrong.
	const minutes = Math.ceil((Date.parse(until) - Date.parse(servedAt)) / slotMilliseconds);
	const slots = Math.min(slotsMax, minutes + spareSlots);
	const sentAt = Date.now();
	const response = await fetch('/api/v1/declarations.issue-code', {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ person, anchor: toHex(anchorOf({ seed, slots })) }),
	});
	if (!response.ok) throw new Error(String(response.status));
	const { rotating, issuedAt } = await response.json();
	const [at, localAt] = [Date.parse(issuedAt), (sentAt + Date.now()) / 2];
	// The server says whole seconds.
	const skew = Math.abs(at - localAt) < 1_500 ? 0 : at + 500 - localAt;
	const renewed: KeptCode = {
		account,
		seed: toHex(seed),
		slots,
		code: rotating.code,
		issuedAt: at,
		expiresAt: Date.parse(rotating.expiresAt),
		skew,
	};
	keep(person, renewed);
	[kept, shown] = [renewed, -1];
	show();
	performance.mark('ready');
}

async function stayAwake() {
	if (!document.hidden) await navigator.wakeLock?.request('screen').catch(() => {});
}

/** The page itself is kept too, so that it opens without a network. */
async function keepPage() {
	if (!('serviceWorker' in navigator)) return;
	await navigator.serviceWorker.register('/me/code/offline.js');
	const pages = await caches.open(pagesKept);
	for (const path of [location.pathname, import.meta.url]) if (!(await pages.match(path))) await pages.add(path);
}

function toHex(bytes: Uint8Array) {
	return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function toBytes(hex: string) {
	return Uint8Array.from(hex.match(/../g)!, (pair) => Number.parseInt(pair, 16));
}
