// Reads QR codes away from the page, so that the picture of the camera does not stutter. 13 KB, which nobody loads who does
// not open the camera.
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
