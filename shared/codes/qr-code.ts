import encodeQr, { type ErrorCorrection } from 'qr';
import { drawQr } from './qr-svg.ts';

/** The modules of a QR code, row by row, without a quiet zone; true is dark. Denser where the text allows it. */
export function qrModules(text: string, ecc: ErrorCorrection = 'medium'): boolean[][] {
	const isAlphanumeric = /^[0-9A-Z $%*+\-./:]+$/.test(text);
	const framed = encodeQr(text, 'raw', { ecc, border: 1, encoding: isAlphanumeric ? 'alphanumeric' : 'byte' });
	return framed.slice(1, -1).map((row) => row.slice(1, -1));
}

/** A QR code as SVG. `border` is the quiet zone in modules; less than four is for where the paper around is white anyway. */
export const qrSvg = (
	text: string,
	{ ecc = 'medium', ...look }: { ecc?: ErrorCorrection; border?: number; label?: string } = {},
): string => drawQr(qrModules(text, ecc), look);
