import encodeQr, { type ErrorCorrection } from 'qr';

/** The modules of a QR code, row by row, without a quiet zone; true is dark. Denser where the text allows it. */
export function qrModules(text: string, ecc: ErrorCorrection = 'medium'): boolean[][] {
	const isAlphanumeric = /^[0-9A-Z $%*+\-./:]+$/.test(text);
	const framed = encodeQr(text, 'raw', { ecc, border: 1, encoding: isAlphanumeric ? 'alphanumeric' : 'byte' });
	return framed.slice(1, -1).map((row) => row.slice(1, -1));
}

/**
 * A QR code as SVG: one path of bars. `border` is the quiet zone in modules; less than four is for where the paper around
 * is white anyway. `label` is what a screen reader says.
 */
export function qrSvg(
	text: string,
	{ ecc = 'medium', border = 4, label = '' }: { ecc?: ErrorCorrection; border?: number; label?: string } = {},
): string {
	const modules = qrModules(text, ecc);
	const size = modules.length + 2 * border;
	let path = '';
	for (const [y, row] of modules.entries())
		for (let x = 0; x < row.length; x++) {
			if (!row[x]) continue;
			let end = x;
			while (row[end]) end++;
			path += `M${x + border} ${y + border}h${end - x}v1h${x - end}z`;
			x = end;
		}
	const escaped = label.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
	return (
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" role="img" aria-label="${escaped}">` +
		`<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`
	);
}
