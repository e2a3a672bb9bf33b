/** How far twice the log-likelihood may fall from its maximum within a 95 % interval: chi-square with one degree. */
const fall = 3.841458820694124 / 2;

/** Where a function of one hump is highest between two bounds above 0, by golden section on the logarithm. */
export function maximise(value: (x: number) => number, from: number, until: number): number {
	const ratio = (Math.sqrt(5) - 1) / 2;
	let [low, high] = [Math.log(from), Math.log(until)];
	let [left, right] = [high - ratio * (high - low), low + ratio * (high - low)];
	let [atLeft, atRight] = [value(Math.exp(left)), value(Math.exp(right))];
	for (let step = 0; step < 120 && high - low > 1e-9; step++) {
		if (atLeft > atRight) {
			[high, right, atRight] = [right, left, atLeft];
			left = high - ratio * (high - low);
			atLeft = value(Math.exp(left));
		} else {
			[low, left, atLeft] = [left, right, atRight];
			right = low + ratio * (high - low);
			atRight = value(Math.exp(right));
		}
	}
	return Math.exp((low + high) / 2);
}

/** The 95 % interval of a profile likelihood around its maximum; a side that never falls far enough is open. */
export function likelihoodInterval(value: (x: number) => number, best: number, from: number, until: number) {
	const level = value(best) - fall;
	return {
		low: value(from) > level ? undefined : crossing(value, level, from, best),
		high: value(until) > level ? undefined : crossing(value, level, until, best),
	};
}

function crossing(value: (x: number) => number, level: number, outside: number, inside: number): number {
	let [out, within] = [Math.log(outside), Math.log(inside)];
	for (let halving = 0; halving < 60; halving++) {
		const middle = (out + within) / 2;
		if (value(Math.exp(middle)) < level) out = middle;
		else within = middle;
	}
	return Math.exp(within);
}
