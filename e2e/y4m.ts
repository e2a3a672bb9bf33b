import { closeSync, openSync, writeSync } from 'node:fs';
import { qrModules } from '../shared/codes/qr-code.ts';

const [width, height, perSecond] = [640, 480, 10];
const [dark, light, around] = [30, 225, 120];

/** A film for the browser's own camera, in YUV4MPEG2: each text as a QR code for a second, then a moment of nothing. */
export function writeFilm(path: string, texts: readonly string[]): void {
	const file = openSync(path, 'w');
	writeSync(file, `YUV4MPEG2 W${width} H${height} F${perSecond}:1 Ip A1:1 C420jpeg\n`);
	const colours = Buffer.alloc((width * height) / 2, 128);
	const show = (picture: Buffer, frames: number) => {
		for (let frame = 0; frame < frames; frame++)
			for (const part of [Buffer.from('FRAME\n'), picture, colours]) writeSync(file, part);
	};
	for (const text of texts) {
		show(pictureOf(qrModules(text)), perSecond);
		show(Buffer.alloc(width * height, around), 4);
	}
	closeSync(file);
}

function pictureOf(modules: readonly boolean[][]): Buffer {
	const picture = Buffer.alloc(width * height, around);
	const size = modules.length + 8;
	const cell = Math.floor((height * 0.92) / size);
	const [left, top] = [(width - size * cell) >> 1, (height - size * cell) >> 1];
	for (let y = 0; y < size * cell; y++)
		for (let x = 0; x < size * cell; x++) {
			const isDark = modules[Math.floor(y / cell) - 4]?.[Math.floor(x / cell) - 4];
			picture[(top + y) * width + left + x] = isDark ? dark : light;
		}
	return picture;
}
