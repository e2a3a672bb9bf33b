import { toOutline } from './fonts.ts';
import { type Drawing, qrPath, type Shape } from './shape.ts';

/** The drawing as an SVG that looks the same everywhere: its letters are outlines, so no font need be there. */
export function drawSvg(drawing: Drawing): string {
	const { width, height, title, shapes } = drawing;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}" role="img" lang="vi">`,
		`<title>${toXml(title)}</title>`,
		`<path fill="#fff" d="M0 0h${width}v${height}H0z"/>`,
		...shapes.map(draw),
		'</svg>',
	].join('\n');
}

function draw(shape: Shape): string {
	if (shape.kind === 'turned')
		return `<g transform="rotate(180 ${shape.x} ${shape.y})">${shape.shapes.map(draw).join('')}</g>`;
	if (shape.kind === 'text') return `<path fill="${shape.fill}" d="${toOutline(shape.text, shape)}"/>`;
	if (shape.kind === 'qr') return `<path fill="${shape.fill}" shape-rendering="crispEdges" d="${qrPath(shape)}"/>`;
	const { x, y, width, height, radius, fill } = shape;
	return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"/>`;
}

const toXml = (text: string) => text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]!);
