/**
 * A list in focus takes letters for a choice, those of a scanner that types too: one that was chosen from by touch lets the
 * focus go. Whoever works by keyboard keeps it, or an arrow would lose it.
 */
export function letGo(select: HTMLSelectElement): void {
	let isTouched = false;
	select.onpointerdown = () => (isTouched = true);
	select.onkeydown = () => (isTouched = false);
	select.addEventListener('change', () => isTouched && select.blur());
}
