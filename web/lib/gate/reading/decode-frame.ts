import decodeQr from 'qr/decode.js';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/** Reads the QR code of a picture; undefined when there is none. */
export type DecodeFrame = (image: ImageData) => Promise<string | undefined>;

/** ZXing in WebAssembly; where that cannot run, a decoder in plain JavaScript that loses some of the worst pictures. */
export async function openDecoder(wasm: string): Promise<DecodeFrame> {
	try {
		// The library would fetch it from elsewhere; this is the file of the same version, with our own pages.
		await prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true });
		return decodeByZxing;
	} catch {
		return decodePlainly;
	}
}

async function decodeByZxing(image: ImageData): Promise<string | undefined> {
	const [found] = await readBarcodes(image, { formats: ['QRCode'], maxNumberOfSymbols: 1, textMode: 'Plain' });
	if (!found?.isValid) return undefined;
	return found.hasECI ? found.text : (asUtf8(found.bytes) ?? found.text);
}

/** Identity cards are UTF-8 and do not say so; guessing would take some names for Japanese. */
function asUtf8(bytes: Uint8Array): string | undefined {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return undefined;
	}
}

async function decodePlainly(image: ImageData): Promise<string | undefined> {
	try {
		return decodeQr(image);
	} catch {
		// It throws where there is no code, which is most frames.
		return undefined;
	}
}
