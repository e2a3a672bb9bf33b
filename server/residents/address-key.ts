import { fold } from '#shared/text/vietnamese';

/** How an address is compared: without capitals, accents and commas. The stroke of `5/12` stays: it is another door than `5 12`. */
export const addressKey = (written: string): string =>
	fold(written)
		.replace(/[^a-z0-9/]+/g, ' ')
		.trim();

/** How a street is looked for in addresses; `phố` and `đường` are rarely written there. Empty for a mere number. */
export function streetKey(written: string): string {
	const key = addressKey(written).replace(/^(duong|pho) /, '');
	return /[a-z]/.test(key) ? key : '';
}

/** Whether an address names a street, an alley, a building, word by word: `ngõ 5` is in `12 ngõ 5`, and in no `ngõ 50`. */
export const isOnStreet = (address: string, street: string): boolean =>
	street !== '' && ` ${address} `.includes(` ${street} `);
