// Finds cases of the shown chain while somebody types: what does not fit fades in the picture and goes from the table.
// Without JavaScript the table is read as it is. What is typed never leaves the page.
import { fold } from '#shared/text/vietnamese';

const field = document.querySelector<HTMLInputElement>('[data-search]');
const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
const told = document.querySelector<HTMLElement>('[data-found]');

function search(): void {
	const asked = fold(field!.value).trim();
	const found = new Set<string>();
	for (const row of rows) {
		const fits = !asked || fold(row.textContent ?? '').includes(asked);
		row.hidden = !fits;
		if (fits) found.add(row.dataset.row!);
	}
	for (const node of document.querySelectorAll<SVGElement>('[data-node]'))
		node.classList.toggle('dim', !found.has(node.dataset.node!));
	for (const link of document.querySelectorAll<SVGElement>('.link[data-from]'))
		link.classList.toggle('dim', !(found.has(link.dataset.from!) && found.has(link.dataset.to!)));
	if (told) told.textContent = asked ? `${found.size} / ${rows.length}` : '';
}

if (field) {
	field.closest<HTMLElement>('[hidden]')?.removeAttribute('hidden');
	field.addEventListener('input', search);
}
