/** A file that is kept in parts, read one by one as it is sent. Whoever may not have it learns so before anything is. */
export async function streamParts(
	parts: number,
	read: (part: number) => Promise<{ base64: string }>,
): Promise<ReadableStream<Uint8Array>> {
	let first: string | undefined = (await read(1)).base64;
	let part = 1;
	return new ReadableStream<Uint8Array>({
		pull: async (stream) => {
			stream.enqueue(Buffer.from(first ?? (await read(part)).base64, 'base64'));
			first = undefined;
			if (part++ === parts) stream.close();
		},
	});
}
