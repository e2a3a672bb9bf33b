import type { Text } from '#shared/language';

/** What is printed for one gate, or for one seat. */
export interface Sign {
	name: string;
	area: Text | undefined;
	/** Only where the place has several gates. */
	gate: string | undefined;
	/** Only in a series of seats: `12A`. */
	seat?: string;
	/** In letters as people type it: `K7QF-2M9X-4`. */
	code: string;
	/** What the QR code holds. */
	url: string;
	/** The site's address in words: `vaora.example.vn`. */
	site: string;
	/** `24/11/2026` */
	printedOn: string;
}
