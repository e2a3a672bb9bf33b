import { type Area, getAreas } from '#areas';
import { readOutlines } from '#outlines';
import type { Db } from '#platform/db';
import type { Coarse } from '#shared/geo/coarse';
import { toGeometry } from '#shared/geo/geo-json';

/** Numbers by area with its outline where one is loaded; nobody's home is a point here. An area with fewer than `cellMin` tells only that. */
export async function writeAreas(
	db: Db,
	counts: readonly { area_path: string; disease: string; people: number }[],
	cellMin: number,
): Promise<string> {
	const areas = await getAreas(db, counts.map(idOf));
	const outlines = await readOutlines(db, [...areas.keys()]);
	const features = counts.map((count) =>
		toFeature(count, { area: areas.get(idOf(count)), outline: outlines.get(idOf(count)) }, cellMin),
	);
	return `${JSON.stringify({ type: 'FeatureCollection', features }, undefined, '\t')}\n`;
}

const idOf = ({ area_path }: { area_path: string }) => Number(area_path.split('.').at(-1));

const toFeature = (
	{ disease, people }: { disease: string; people: number },
	{ area, outline }: { area: Area | undefined; outline: Coarse | undefined },
	cellMin: number,
) => ({
	type: 'Feature',
	// Where none is loaded here, the code is what joins them to the operator's boundaries.
	geometry: outline ? toGeometry(outline) : null,
	properties: {
		areaCode: area?.code ?? null,
		areaLevel: area?.level ?? null,
		areaName: area?.fullName.vi ?? null,
		areaNameEn: area?.fullName.en ?? null,
		disease,
		people: people < cellMin ? null : people,
		isFewerThan: people < cellMin ? cellMin : null,
	},
});
