// Reads QR codes away from the page, so that the picture of the camera does not stutter.
import decodeQr from 'qr/decode.js';

addEventListener('message', ({ data }: MessageEvent<ImageData>) => {
	let text = '';
	try {
		text = decodeQr(data, { timeLimit: 60 });
	} catch {
		// Most pictures show no code.
	}
	postMessage(text);
});
