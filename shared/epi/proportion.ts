/** A share of a number of people, with how sure it is. */
export interface Proportion {
	/** Of how many. */
	of: number;
	count: number;
	/** Left out where there is nobody to count. */
	share?: number;
	low?: number;
	high?: number;
}

const z = 1.959963984540054;

/** A share with its 95 % interval by Wilson's score, which holds for small numbers and none at all. */
export function proportion(count: number, of: number): Proportion {
	if (!of) return { of, count };
	const share = count / of;
	const centre = share + z ** 2 / (2 * of);
	const half = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
	const whole = 1 + z ** 2 / of;
	return { of, count, share, low: Math.max(0, (centre - half) / whole), high: Math.min(1, (centre + half) / whole) };
}
