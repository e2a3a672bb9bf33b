// The code of each person as this phone keeps it, so that it is shown without a network too; until its account signs out.

/** What makes a rotating code: the server's signed message, and the secret of the phone's own chain. */
export interface KeptCode {
	account: string;
	/** In hexadecimal. */
	seed: string;
	slots: number;
	code: string;
	/** Milliseconds since 1970, by the server's clock. */
	issuedAt: number;
	expiresAt: number;
	/** What the server's clock is ahead of this phone's. */
	skew: number;
}

const prefix = 'vaora code ';
/** Where the service worker keeps the pages themselves; `web/static/me/code/offline.js` says the same. */
export const pagesKept = 'vaora-codes';

export function readKept(account: string, person: string): KeptCode | undefined {
	try {
		// Several people may use one phone, one after another.
		for (const key of Object.keys(localStorage))
			if (key.startsWith(prefix) && parse(key)?.account !== account) localStorage.removeItem(key);
		return parse(prefix + person);
	} catch {
		return undefined;
	}
}

const parse = (key: string): KeptCode | undefined => JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined;

export function keep(person: string, kept: KeptCode) {
	try {
		localStorage.setItem(prefix + person, JSON.stringify(kept));
	} catch {
		// A browser that keeps nothing shows the code as long as the page is open.
	}
}

export function forgetAll() {
	try {
		for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
	} catch {
		// Nothing was kept.
	}
	void globalThis.caches?.delete(pagesKept);
}
