import type { Page } from '@playwright/test';
import { qrModules } from '../shared/codes/qr-code.ts';

/** How a code is held before the camera. */
export interface Held {
	/** Degrees. */
	turned?: number;
	/** How far the right side is away: 0 is straight. */
	tilted?: number;
	/** Standard deviation of grey levels, as of a small sensor in the dark. */
	noise?: number;
	/** Pixels of the camera's 720. */
	size?: number;
}

declare global {
	interface Window {
		camera: { modules?: boolean[][]; held: Required<Held> };
	}
}

const straight: Required<Held> = { turned: 0, tilted: 0, noise: 0, size: 540 };

/** A camera in place of the machine's: what tests show is what it sees, 10 times a second at 1280 × 720. */
export async function putCamera(page: Page): Promise<void> {
	await page.addInitScript((held) => {
		const canvas = document.createElement('canvas');
		canvas.width = 1_280;
		canvas.height = 720;
		const context = canvas.getContext('2d')!;
		window.camera = { held };
		setInterval(draw, 100);
		navigator.mediaDevices.getUserMedia = async () => canvas.captureStream(10);

		function draw() {
			context.setTransform(1, 0, 0, 1, 0, 0);
			context.fillStyle = '#8a8f8c';
			context.fillRect(0, 0, canvas.width, canvas.height);
			const { modules, held } = window.camera;
			if (!modules) return;
			context.translate(640, 360);
			context.rotate((held.turned * Math.PI) / 180);
			context.transform(1 - held.tilted, held.tilted / 2, 0, 1, 0, 0);
			const cell = Math.floor(held.size / (modules.length + 8));
			const side = cell * (modules.length + 8);
			context.fillStyle = '#f4f4f4';
			context.fillRect(-side / 2, -side / 2, side, side);
			context.fillStyle = '#1c1c1c';
			for (const [y, row] of modules.entries())
				for (const [x, isDark] of row.entries())
					if (isDark) context.fillRect((x + 4) * cell - side / 2, (y + 4) * cell - side / 2, cell, cell);
			if (held.noise) addNoise(held.noise);
		}

		function addNoise(deviation: number) {
			const image = context.getImageData(280, 0, 720, 720);
			for (let at = 0; at < image.data.length; at += 4) {
				const grain = (Math.random() + Math.random() + Math.random() - 1.5) * 2 * deviation;
				for (let channel = 0; channel < 3; channel++) image.data[at + channel]! += grain;
			}
			context.putImageData(image, 280, 0);
		}
	}, straight);
}

/** Holds a code before the camera, until something else is shown. */
export const show = (page: Page, text: string, held: Held = {}): Promise<void> =>
	page.evaluate((camera) => void (window.camera = camera), {
		modules: qrModules(text),
		held: { ...straight, ...held },
	});

/** Takes the code away. */
export const showNothing = (page: Page): Promise<void> =>
	page.evaluate((held) => void (window.camera = { held }), straight);
