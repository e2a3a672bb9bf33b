import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { centreSquare } from './centre-square.ts';
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
		waitForFrame(video, () => {
			next();
			if (isBusy || !video.videoWidth) return;
			isBusy = true;
			const picture = takePicture(video);
			worker.postMessage(picture, [picture instanceof ImageData ? picture.data.buffer : picture]);
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

/** A frame costs nothing here and is cut in the thread that reads it; where there are none, the page copies the square. */
function takePicture(video: HTMLVideoElement): VideoFrame | ImageData {
	if ('VideoFrame' in globalThis) return new VideoFrame(video);
	const { left, top, side } = centreSquare(video.videoWidth, video.videoHeight);
	canvas ??= document.createElement('canvas');
	canvas.width = side;
	canvas.height = side;
	const context = canvas.getContext('2d', { willReadFrequently: true })!;
	context.drawImage(video, left, top, side, side, 0, 0, side, side);
	return context.getImageData(0, 0, side, side);
}

let canvas: HTMLCanvasElement | undefined;
