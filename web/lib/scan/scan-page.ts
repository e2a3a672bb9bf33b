// The visitor's scanning page where there is a camera: it fills in the field and sends the form, as typing would.

const find = <E extends HTMLElement>(name: string) => document.querySelector<E>(`[data-${name}]`)!;
const [open, stage, video, trouble] = [find('open'), find('stage'), find<HTMLVideoElement>('video'), find('trouble')];
const field = document.querySelector<HTMLTextAreaElement>('#code')!;
/** A code is read at three squares of the picture a module: a poster's from afar, a person's from near. */
const frameSize = 640;
const isVietnamese = document.documentElement.lang === 'vi';

document.documentElement.classList.add('js');
open.addEventListener('click', () => void start());

async function start() {
	trouble.hidden = true;
	try {
		const wanted = { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } };
		video.srcObject = await navigator.mediaDevices.getUserMedia({ video: wanted });
		await video.play();
	} catch (error) {
		return tell((error as Error)?.name === 'NotAllowedError' ? 'refused' : 'missing');
	}
	open.hidden = true;
	stage.hidden = false;
	const text = await read(new Worker(stage.dataset.stage!, { type: 'module' }));
	navigator.vibrate?.(80);
	for (const track of (video.srcObject as MediaStream).getTracks()) track.stop();
	field.value = text;
	field.form!.requestSubmit();
}

/** Gives the worker one picture after another, until there is a code in it. */
function read(worker: Worker): Promise<string> {
	const canvas = document.createElement('canvas');
	canvas.width = canvas.height = frameSize;
	const context = canvas.getContext('2d', { willReadFrequently: true })!;
	return new Promise((resolve) => {
		const next = () => {
			const side = Math.min(video.videoWidth, video.videoHeight);
			if (!side || document.hidden) return void setTimeout(next, 200);
			const [x, y] = [(video.videoWidth - side) / 2, (video.videoHeight - side) / 2];
			context.drawImage(video, x, y, side, side, 0, 0, frameSize, frameSize);
			const frame = context.getImageData(0, 0, frameSize, frameSize);
			worker.postMessage(frame, [frame.data.buffer]);
		};
		worker.addEventListener('message', ({ data }) => {
			if (!data) return void setTimeout(next, 60);
			worker.terminate();
			resolve(data);
		});
		next();
	});
}

const words = {
	refused: [
		'Trình duyệt chưa được phép dùng camera. Hãy cho phép trong cài đặt, hoặc gõ mã dưới đây.',
		'The browser may not use the camera. Allow it in the settings, or type the code below.',
	],
	missing: ['Không mở được camera. Hãy gõ mã dưới đây.', 'The camera could not be opened. Type the code below.'],
} as const;

function tell(what: keyof typeof words) {
	trouble.textContent = words[what][isVietnamese ? 0 : 1];
	trouble.hidden = false;
}
