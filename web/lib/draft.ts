// What was typed but not yet sent stays in this tab until it is sent or the tab is closed, for the one who typed it.

/** The language may change on the way; whose account it is may not. */
function keyOf(form: HTMLFormElement): string {
	const search = new URLSearchParams(location.search);
	search.delete('lang');
	return `draft ${form.dataset.form} ${location.pathname}?${search}`;
}

export function keepDraft(form: HTMLFormElement) {
	const entries = [...new FormData(form)].filter(([name]) => name !== 'id');
	try {
		sessionStorage.setItem(keyOf(form), JSON.stringify(entries));
	} catch {
		// A browser that keeps nothing: the form goes on without a draft.
	}
}

export function readDraft(form: HTMLFormElement): [string, string][] {
	try {
		return JSON.parse(sessionStorage.getItem(keyOf(form)) ?? '[]');
	} catch {
		return [];
	}
}

export function dropDraft(form: HTMLFormElement) {
	try {
		sessionStorage.removeItem(keyOf(form));
	} catch {
		// Nothing was kept.
	}
}
