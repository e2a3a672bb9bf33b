import type { Area } from '#areas';

interface Addressed {
	address?: string;
	areaId?: number;
}

/** Street, commune and province in one line, as letters are addressed; empty when none is known. */
export function toAddress({ address, areaId }: Addressed, areas: ReadonlyMap<number, Area>): string {
	const area = areaId === undefined ? undefined : areas.get(areaId);
	return [address, area?.fullName.vi].filter(Boolean).join(', ');
}
