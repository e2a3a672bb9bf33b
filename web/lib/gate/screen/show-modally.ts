/**
 * Opens a dialog over the console. What it returns, for when the dialog is gone, puts the focus back where it was: whoever
 * works by keyboard goes on from there. A field on a phone is left alone, or its keyboard would cover the camera.
 */
export function showModally(dialog: HTMLDialogElement): () => void {
	const before = document.activeElement;
	dialog.showModal();
	return () => {
		if (!(before instanceof HTMLElement) || !before.isConnected) return;
		const opensKeyboard = before.matches('input,textarea') && matchMedia('(pointer:coarse)').matches;
		if (!opensKeyboard) before.focus();
	};
}
