const hour = 3_600_000;

/** Passengers board from so long before departure: a bus stands at its stop for minutes, a train or ship for hours. */
const boardsBefore = 3 * hour;
/** Nothing travels longer without a stop at which it is another trip. */
export const travelsMax = 72 * hour;

export interface BoardingTime {
	from: Date;
	/** The first moment nobody boards any more. */
	until: Date;
}

/**
 * When passengers board: from three hours before departure until the arrival, since they come on along the way. Where
 * the arrival is not known, it is taken to be a usual stay after departure.
 */
export function boardingTime(
	{ departsAt, arrivesAt }: { departsAt: Date; arrivesAt: Date | undefined },
	usualStayMinutes: number,
): BoardingTime {
	return {
		from: new Date(departsAt.getTime() - boardsBefore),
		until: arrivesAt ?? new Date(departsAt.getTime() + usualStayMinutes * 60_000),
	};
}

/** Whether somebody could board at that moment. A trip cancelled later was still one then. */
export function isBoarding(trip: { boards: BoardingTime; cancelledAt: Date | undefined }, at: Date): boolean {
	const isOn = !trip.cancelledAt || trip.cancelledAt > at;
	return isOn && trip.boards.from <= at && at < trip.boards.until;
}

/** How late a vehicle may be and still be the one that is about to leave. */
const leavesLate = hour / 4;

/**
 * The departure somebody at the door most likely means: the next to leave, one a quarter of an hour late included; else
 * the last that left. `trips` are those that board now.
 */
export function chooseTrip<T extends { departsAt: Date }>(trips: readonly T[], now: Date): T | undefined {
	const inOrder = [...trips].sort((one, other) => one.departsAt.getTime() - other.departsAt.getTime());
	return inOrder.find(({ departsAt }) => departsAt.getTime() + leavesLate >= now.getTime()) ?? inOrder.at(-1);
}
