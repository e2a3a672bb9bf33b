// What everyone writes first: the camera's picture decoded in the page's own thread, as often as there is time.
import decodeQr from 'qr/decode.js';

const video = document.body.appendChild(document.createElement('video'));
video.muted = true;
video.srcObject = await navigator.mediaDevices.getUserMedia({ video: true });
await video.play();
video.dataset.camera = 'on';

const canvas = document.createElement('canvas');
const context = canvas.getContext('2d', { willReadFrequently: true })!;
let last = '';
look();

function look(): void {
	const side = Math.min(video.videoWidth, video.videoHeight);
	canvas.width = side;
	canvas.height = side;
	context.drawImage(video, (video.videoWidth - side) / 2, (video.videoHeight - side) / 2, side, side, 0, 0, side, side);
	const text = decode(context.getImageData(0, 0, side, side));
	if (text && text !== last) answer(text);
	video.requestVideoFrameCallback(look);
}

function decode(image: ImageData): string | undefined {
	try {
		return decodeQr(image);
	} catch {
		return undefined;
	}
}

function answer(text: string): void {
	last = text;
	const shown = document.body.appendChild(document.createElement('div'));
	shown.dataset.look = 'plain';
	const button = shown.appendChild(document.createElement('button'));
	button.className = 'on';
	button.textContent = text;
	button.onclick = () => shown.remove();
}
