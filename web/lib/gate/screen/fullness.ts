/** From here on the guard is warned that the place fills up. */
const nearlyFull = 0.9;

export function fullness(inside: number | undefined, capacity: number | undefined): 'free' | 'nearly' | 'full' {
	if (inside === undefined || capacity === undefined || inside < capacity * nearlyFull) return 'free';
	return inside >= capacity ? 'full' : 'nearly';
}
