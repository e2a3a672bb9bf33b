import { listOpenGates } from '#places';
import type { Db } from '#platform/db';
import { displayPlaceCode, placeUrl } from '#shared/codes/place-code';
import { formatDay } from '#shared/language';
import type { Sign } from './drawing/sign.ts';

interface Printing {
	/** The installation's own address. */
	origin: string;
	now: Date;
	/** One sign for each of these; none: one for the gate. */
	seats?: readonly string[];
	/** How many of each. */
	copies?: number;
}

/** What is printed for places, in their order: a sign for each open gate. Closed places have none. */
export async function readSigns(db: Db, placeIds: readonly string[], printing: Printing): Promise<GateSign[]> {
	const { origin, now, seats = [], copies = 1 } = printing;
	const site = new URL(origin).host;
	const printedOn = formatDay(now);
	const gates = await listOpenGates(db, placeIds);
	return gates.flatMap(({ place, gate, name, code, isOnly }) => {
		const url = placeUrl(origin, code);
		const sign: Sign = {
			...{ name: place.name, area: place.areaName, gate: isOnly ? undefined : name },
			...{ code: displayPlaceCode(code), url, site, printedOn },
		};
		const each = seats.length ? seats.map((seat) => ({ ...sign, seat, url: `${url}?seat=${seat}` })) : [sign];
		return each.flatMap((one) => Array.from({ length: copies }, () => ({ gate, sign: one })));
	});
}

interface GateSign {
	gate: number;
	sign: Sign;
}
