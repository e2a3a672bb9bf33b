/** How long a code must be out of view before it counts as shown again. */
const lockMs = 2_500;

/** Tells a code that is still held before the camera, or scanned twice in a row, from one that is shown anew. */
export class SeenLately {
	#text = '';
	#seenAt = Number.NEGATIVE_INFINITY;

	/** `at` in milliseconds. */
	isNew(text: string, at: number): boolean {
		const isNew = text !== this.#text || at - this.#seenAt >= lockMs;
		this.#text = text;
		this.#seenAt = at;
		return isNew;
	}
}
