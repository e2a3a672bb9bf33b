import { type Position, readOutline } from '#shared/geo/outline';

const size = 240;
const margin = 12;

/** An outline as an SVG picture with north above, and a bar of a round length in metres; undefined for what is none. */
export function drawOutline(text: string): { svg: string; meters: number } | undefined {
	const outline = readOutline(text);
	if ('fault' in outline) return undefined;
	const { west, south, east, north } = outline.box;
	const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
	const scale = (size - 2 * margin) / Math.max((east - west) * squeeze, north - south);
	const point = ([longitude, latitude]: Position) =>
		`${(margin + (longitude - west) * squeeze * scale).toFixed(1)} ${(margin + (north - latitude) * scale).toFixed(1)}`;
	const path = outline.polygons
		.flat()
		.map((ring) => `M${ring.map(point).join('L')}Z`)
		.join('');
	const metersPerUnit = 111_195 / scale;
	const meters = roundDown((size / 3) * metersPerUnit);
	const bar = meters / metersPerUnit;
	return {
		meters,
		svg:
			`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size + 20}" aria-hidden="true">` +
			`<path d="${path}" fill="currentColor" fill-opacity=".2" fill-rule="evenodd" stroke="currentColor" stroke-width="2"/>` +
			`<path d="M${margin} ${size + 8}v4h${bar.toFixed(1)}v-4" fill="none" stroke="currentColor" stroke-width="2"/></svg>`,
	};
}

/** 1, 2 or 5 of the largest power of ten below. */
function roundDown(meters: number): number {
	const power = 10 ** Math.floor(Math.log10(meters));
	return power * ([5, 2].find((one) => one * power <= meters) ?? 1);
}
