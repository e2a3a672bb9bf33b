// Lets a tracer work through a list of contacts without the mouse. Without it the same form works by Tab and Space.
const boxes = () => [...document.querySelectorAll<HTMLInputElement>('[data-contact]')];
const buttonOf = (key: string) => document.querySelector<HTMLButtonElement>(`[data-key="${key}"]`);
const remembered = 'review-by-keyboard';

function move(step: 1 | -1): void {
	const all = boxes();
	const at = all.indexOf(document.activeElement as HTMLInputElement);
	const next = all[at < 0 ? 0 : Math.min(Math.max(at + step, 0), all.length - 1)];
	next?.focus();
	next?.closest('tr')?.scrollIntoView({ block: 'nearest' });
}

function chooseAll(): void {
	const all = boxes();
	const isAll = all.every((box) => box.checked);
	for (const box of all) box.checked = !isAll;
	tellChosen();
}

/** With nobody chosen, whoever the tracer is at. */
function decide(key: string): void {
	const all = boxes();
	const at = all.find((box) => box === document.activeElement);
	if (at && !all.some((box) => box.checked)) at.checked = true;
	sessionStorage.setItem(remembered, String(Math.max(all.indexOf(at!), 0)));
	buttonOf(key)?.click();
}

function toggleHelp(): void {
	const help = document.querySelector<HTMLDetailsElement>('#keys');
	if (!help) return;
	help.open = !help.open;
	if (help.open) help.scrollIntoView({ block: 'nearest' });
}

function tellChosen(): void {
	const shown = document.querySelector<HTMLElement>('[data-chosen]');
	const chosen = boxes().filter((box) => box.checked).length;
	if (shown) shown.textContent = chosen ? `${chosen} ${shown.dataset.chosen}` : '';
}

const keys: Record<string, () => void> = {
	j: () => move(1),
	k: () => move(-1),
	a: chooseAll,
	c: () => decide('c'),
	d: () => decide('d'),
	x: () => decide('x'),
	u: () => decide('u'),
	'?': toggleHelp,
};

/** Keys typed into a field are text, and those with a modifier are the browser's. */
function isTyped(event: KeyboardEvent): boolean {
	const { target } = event;
	const isField = target instanceof HTMLElement && target.matches('input:not([type=checkbox]), select, textarea');
	return isField || event.ctrlKey || event.altKey || event.metaKey;
}

document.addEventListener('keydown', (event) => {
	const act = keys[event.key];
	if (!act || isTyped(event)) return;
	event.preventDefault();
	act();
});
document.addEventListener('change', tellChosen);

// After a decision the page comes anew: back to where the tracer was, where now the next person stands.
const at = sessionStorage.getItem(remembered);
if (at !== null) {
	sessionStorage.removeItem(remembered);
	const all = boxes();
	all[Math.min(Number(at), all.length - 1)]?.focus();
}
