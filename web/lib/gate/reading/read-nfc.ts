/** The part of Web NFC that is used here; browsers on Android have it. */
interface TagReader extends EventTarget {
	scan(options: { signal: AbortSignal }): Promise<void>;
}

interface TagRead extends Event {
	message: { records: { recordType: string; encoding?: string; data?: DataView }[] };
}

declare global {
	interface Window {
		NDEFReader?: new () => TagReader;
	}
}

export const hasNfc = (): boolean => window.NDEFReader !== undefined;

/** Reads the texts and addresses of the tags that are held to the device until `signal` says stop. Asks for permission. */
export async function readTags(took: (text: string) => void, signal: AbortSignal): Promise<void> {
	const reader = new window.NDEFReader!();
	await reader.scan({ signal });
	reader.addEventListener('reading', (event) => {
		for (const { recordType, encoding, data } of (event as TagRead).message.records)
			if (data && (recordType === 'text' || recordType === 'url')) took(new TextDecoder(encoding).decode(data));
	});
}
