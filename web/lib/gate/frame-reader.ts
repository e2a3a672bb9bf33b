import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';
import readerUrl from './read-frame.worker.ts?worker&url';

/**
 * Reads codes off a playing video in a thread of its own: the centre square at full resolution, one picture at a time. A
 * picture that comes while another is being read is left out, so a slow phone falls behind in pictures and not in time.
 */
export function readFrames(video: HTMLVideoElement, took: (text: string) => void): () => void {
	const worker = startReader();
	let isBusy = true;
	let isOver = false;
	worker.onmessage = ({ data }: MessageEvent<{ text?: string }>) => {
		isBusy = false;
		if (data.text && !isOver) took(data.text);
	};
	const next = () => {
		if (isOver) return;
		waitForFrame(video, async () => {
			next();
			if (isBusy || !video.videoWidth) return;
			isBusy = true;
			const picture = await takeSquare(video).catch(() => undefined);
			if (!picture) isBusy = false;
			else worker.postMessage(picture, picture instanceof ImageData ? [picture.data.buffer] : [picture]);
		});
	};
	next();
	return () => {
		isOver = true;
		worker.terminate();
	};
}

/**
 * A worker belongs to the service worker of its own address, and its file stands outside the gate's; one made here belongs
 * to the page's and so loads without a network.
 */
function startReader(): Worker {
	const script = `import ${JSON.stringify(new URL(readerUrl, location.href).href)}`;
	const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
	const worker = new Worker(address, { type: 'module' });
	// Known here and not there, so that the decoder is among the page's own files, which are kept with it.
	worker.postMessage({ wasm: new URL(wasm, location.href).href });
	return worker;
}

function waitForFrame(video: HTMLVideoElement, come: () => void): void {
	if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(come);
	else setTimeout(come, 50);
}

/** People hold a code into the middle; the sides only cost time. */
async function takeSquare(video: HTMLVideoElement): Promise<ImageBitmap | ImageData> {
	const { videoWidth: width, videoHeight: height } = video;
	const side = Math.min(width, height);
	const [left, top] = [(width - side) >> 1, (height - side) >> 1];
	if ('OffscreenCanvas' in globalThis) return createImageBitmap(video, left, top, side, side);
	canvas ??= document.createElement('canvas');
	canvas.width = canvas.height = side;
	const context = canvas.getContext('2d', { willReadFrequently: true })!;
	context.drawImage(video, left, top, side, side, 0, 0, side, side);
	return context.getImageData(0, 0, side, side);
}

let canvas: HTMLCanvasElement | undefined;
