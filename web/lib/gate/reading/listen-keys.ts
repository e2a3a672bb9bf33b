import { scannerGapMsMax, Wedge } from './wedge.ts';

/** Longer than the wedge's own gap, so that the code is at its end. */
const pauseMs = scannerGapMsMax + 50;

/** Hears a scanner that types anywhere on the page. Fields get what is typed into them. Returns what ends the listening. */
export function listenKeys(took: (texts: string[]) => void): () => void {
	const wedge = new Wedge();
	let waiting = 0;
	const give = (texts: string[] | undefined) => {
		if (texts) took(texts);
		return texts;
	};
	const down = (event: KeyboardEvent) => {
		if (event.repeat || isField(event.target) || isShortcut(event)) return;
		clearTimeout(waiting);
		const wasTyping = wedge.isTyping;
		const { key, code, shiftKey: hasShift, timeStamp: at } = event;
		const texts = give(wedge.press({ key, code, hasShift, at }));
		// A button in focus must not be pressed by the space of a name, nor by the scanner's Enter.
		if (texts || (wasTyping && wedge.isTyping)) swallow(event);
		waiting = window.setTimeout(() => give(wedge.pause(performance.now())), pauseMs);
	};
	const up = (event: KeyboardEvent) => {
		if (wedge.isTyping && event.key === ' ' && !isField(event.target)) swallow(event);
	};
	addEventListener('keydown', down, true);
	addEventListener('keyup', up, true);
	return () => {
		clearTimeout(waiting);
		removeEventListener('keydown', down, true);
		removeEventListener('keyup', up, true);
	};
}

function swallow(event: KeyboardEvent): void {
	event.preventDefault();
	event.stopImmediatePropagation();
}

/** What a code could be typed into; a switch that was pressed last keeps the focus and is none. */
const isField = (target: EventTarget | null): boolean =>
	target instanceof HTMLElement &&
	target.matches('input:not([type=radio],[type=checkbox],[type=range]),textarea,select,[contenteditable]');

/** Ctrl with Alt is how some keyboards type a letter; some scanners send Ctrl+J for the end of a line, which opens a window. */
function isShortcut(event: KeyboardEvent): boolean {
	if (event.ctrlKey && event.code === 'KeyJ') event.preventDefault();
	return event.metaKey || event.ctrlKey !== event.altKey;
}
