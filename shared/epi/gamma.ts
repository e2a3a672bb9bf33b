// The gamma function and distribution. The kept libraries bring forty packages for these sixty lines.

const lanczos = [
	0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
	12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** ln Γ(x) for x > 0, to about 14 digits (Lanczos, g = 7). */
export function lnGamma(x: number): number {
	if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - lnGamma(1 - x);
	const shifted = x - 1;
	let sum = lanczos[0]!;
	for (let term = 1; term < lanczos.length; term++) sum += lanczos[term]! / (shifted + term);
	const base = shifted + 7.5;
	return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(base) - base + Math.log(sum);
}

/** P(X ≤ x) of a gamma distribution with a shape and a scale, both above 0. */
export function gammaCdf(x: number, shape: number, scale: number): number {
	const at = x / scale;
	if (!(at > 0)) return 0;
	return at < shape + 1 ? lowerSeries(at, shape) : 1 - upperFraction(at, shape);
}

/** The x below which the share `p` (0 < p < 1) of a gamma distribution lies. */
export function gammaQuantile(p: number, shape: number, scale: number): number {
	// In logarithms: with a small shape the answer may be 1e-30. Newton's steps, and halving where they lead astray.
	let [low, high] = [-700, Math.log(Math.max(shape, 1))];
	while (gammaCdf(Math.exp(high), shape, 1) < p) high += 1;
	let at = Math.log(shape);
	for (let step = 0; step < 200 && high - low > 1e-13; step++) {
		if (!(at > low && at < high)) at = (low + high) / 2;
		const x = Math.exp(at);
		const over = gammaCdf(x, shape, 1) - p;
		if (over < 0) low = at;
		else high = at;
		const move = over / (x * Math.exp((shape - 1) * at - x - lnGamma(shape)));
		if (Math.abs(move) < 1e-13) break;
		at -= move;
	}
	return Math.exp(at) * scale;
}

const steps = 10_000;
const precision = 1e-15;

const front = (x: number, shape: number) => Math.exp(shape * Math.log(x) - x - lnGamma(shape));

function lowerSeries(x: number, shape: number): number {
	let term = 1 / shape;
	let sum = term;
	for (let step = 1; step < steps && term > sum * precision; step++) {
		term *= x / (shape + step);
		sum += term;
	}
	return sum * front(x, shape);
}

/** Lentz's continued fraction of the upper tail. */
function upperFraction(x: number, shape: number): number {
	const tiny = 1e-300;
	let b = x + 1 - shape;
	let c = 1 / tiny;
	let d = 1 / b;
	let fraction = d;
	for (let step = 1; step < steps; step++) {
		const a = -step * (step - shape);
		b += 2;
		d = 1 / (a * d + b || tiny);
		c = b + a / c || tiny;
		fraction *= c * d;
		if (Math.abs(c * d - 1) < precision) break;
	}
	return fraction * front(x, shape);
}
