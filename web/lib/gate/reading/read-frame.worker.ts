import { centreSquare } from './centre-square.ts';
import { openDecoder } from './decode-frame.ts';

/** First where the decoder lies; then a picture in, its text or nothing out, and the next picture only after that. */
let opening: ReturnType<typeof openDecoder> | undefined;

addEventListener('message', async ({ data }: MessageEvent<{ wasm: string } | VideoFrame | ImageData>) => {
	if ('wasm' in data) opening ??= openDecoder(data.wasm);
	const decode = await opening!;
	if ('wasm' in data) postMessage({});
	else postMessage({ text: await decode(data instanceof ImageData ? data : await cut(data)) });
});

let pixels = new Uint8ClampedArray();

/** The centre square of a frame, which is given back. */
async function cut(frame: VideoFrame): Promise<ImageData> {
	const { left: x, top: y, side } = centreSquare(frame.codedWidth, frame.codedHeight);
	const how = { rect: { x, y, width: side, height: side }, format: 'RGBA' } as const;
	try {
		const size = frame.format === null ? 0 : frame.allocationSize(how);
		// Browsers before 2024 do not know the format asked for, and would give another.
		if (size !== side * side * 4) return draw(frame, { x, y, side });
		if (pixels.length !== size) pixels = new Uint8ClampedArray(size);
		await frame.copyTo(pixels, how);
		return new ImageData(pixels, side, side);
	} finally {
		frame.close();
	}
}

let canvas: OffscreenCanvas | undefined;

function draw(frame: VideoFrame, { x, y, side }: { x: number; y: number; side: number }): ImageData {
	if (canvas?.width !== side) canvas = new OffscreenCanvas(side, side);
	const context = canvas.getContext('2d', { willReadFrequently: true })!;
	context.drawImage(frame, x, y, side, side, 0, 0, side, side);
	return context.getImageData(0, 0, side, side);
}
