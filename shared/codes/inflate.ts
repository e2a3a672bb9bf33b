/** What was compressed with zlib (RFC 1950); undefined when it was not, or when more than `most` bytes come out. */
export async function inflate(compressed: Uint8Array, most: number): Promise<Uint8Array | undefined> {
	const source = new Blob([Uint8Array.from(compressed)]).stream().pipeThrough(new DecompressionStream('deflate'));
	const inflated = new Uint8Array(most);
	let size = 0;
	try {
		for (const reader = source.getReader(); ; ) {
			const { done, value } = await reader.read();
			if (done) return inflated.slice(0, size);
			if (size + value.length > most) {
				await reader.cancel();
				return undefined;
			}
			inflated.set(value, size);
			size += value.length;
		}
	} catch {
		return undefined;
	}
}
