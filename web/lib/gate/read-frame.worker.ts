import { openDecoder } from './decode-frame.ts';

/** First where the decoder lies; then a picture in, its text or nothing out, and the next picture only after that. */
let opening: ReturnType<typeof openDecoder> | undefined;

addEventListener('message', async ({ data }: MessageEvent<{ wasm: string } | ImageBitmap | ImageData>) => {
	opening ??= openDecoder((data as { wasm: string }).wasm);
	const decode = await opening;
	if ('wasm' in data) postMessage({});
	else postMessage({ text: await decode(data instanceof ImageData ? data : pixelsOf(data)) });
});

let canvas: OffscreenCanvas | undefined;

function pixelsOf(picture: ImageBitmap): ImageData {
	const { width, height } = picture;
	if (canvas?.width !== width || canvas.height !== height) canvas = new OffscreenCanvas(width, height);
	const context = canvas.getContext('2d', { willReadFrequently: true })!;
	context.drawImage(picture, 0, 0);
	picture.close();
	return context.getImageData(0, 0, width, height);
}
