import { openDecoder } from './decode-frame.ts';

/** A picture in, its text or nothing out; the next picture comes only after that. */
const opening = openDecoder();
opening.then(() => postMessage({ isReady: true }));

addEventListener('message', async ({ data }: MessageEvent<ImageBitmap | ImageData>) => {
	const decode = await opening;
	postMessage({ text: await decode(data instanceof ImageData ? data : pixelsOf(data)) });
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
