import { type Area, getAreas } from '#areas';
import type { Db } from '#platform/db';

/** Numbers by area; nobody's home is a point here. An area with fewer than `cellMin` tells only that. */
export async function writeAreas(
	db: Db,
	counts: readonly { area_path: string; disease: string; people: number }[],
	cellMin: number,
): Promise<string> {
	const areas = await getAreas(db, counts.map(idOf));
	const features = counts.map((count) => toFeature(count, areas.get(idOf(count)), cellMin));
	return `${JSON.stringify({ type: 'FeatureCollection', features }, undefined, '\t')}\n`;
}

const idOf = ({ area_path }: { area_path: string }) => Number(area_path.split('.').at(-1));

const toFeature = (
	{ disease, people }: { disease: string; people: number },
	area: Area | undefined,
	cellMin: number,
) => ({
	type: 'Feature',
	// Where the operator's boundaries are loaded elsewhere, the code is what joins them.
	geometry: null,
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
