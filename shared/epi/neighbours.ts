/** How many steps lie between a case and each it is linked to, whoever infected whom, up to a number of steps. */
export function findWithin(
	start: number,
	steps: number,
	cases: number,
	{ infectors, infectees }: { infectors: Int32Array; infectees: Int32Array },
): Map<number, number> {
	const beside: number[][] = Array.from({ length: cases }, () => []);
	for (let link = 0; link < infectors.length; link++) {
		beside[infectors[link]!]!.push(infectees[link]!);
		beside[infectees[link]!]!.push(infectors[link]!);
	}
	const distance = new Map([[start, 0]]);
	let edge = [start];
	for (let step = 1; step <= steps; step++) {
		const reached = new Set(edge.flatMap((one) => beside[one]!).filter((one) => !distance.has(one)));
		for (const one of reached) distance.set(one, step);
		edge = [...reached];
	}
	return distance;
}
