/** People hold a code into the middle; the sides only cost time. Even numbers, as frames of half the colours must be cut. */
export function centreSquare(width: number, height: number): { left: number; top: number; side: number } {
	const side = Math.min(width, height) & ~1;
	return { left: ((width - side) >> 1) & ~1, top: ((height - side) >> 1) & ~1, side };
}
