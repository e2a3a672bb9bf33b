/**
 * The modules of a QR code as SVG: one path of bars. `border` is the quiet zone in modules; `label` is what a screen
 * reader says.
 */
export function drawQr(
	modules: readonly (readonly boolean[])[],
	{ border = 4, label = '' }: { border?: number; label?: string } = {},
): string {
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
