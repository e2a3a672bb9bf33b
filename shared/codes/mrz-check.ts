/**
 * What of a passport's second line has a check digit right behind it (ICAO 9303 part 4): its number, the day of birth, the
 * day of expiry and the personal number.
 */
const checked = [
	[0, 9],
	[13, 19],
	[21, 27],
	[28, 42],
] as const;

/** Whether all five check digits are right, the last of which covers the others. An empty field may go without its own. */
export function hasRightChecks(line: string): boolean {
	const areRight = checked.every(([from, to]) => {
		const field = line.slice(from, to);
		return line[to] === '<' ? /^<+$/.test(field) : checkOf(field) === line[to];
	});
	return areRight && checkOf(line.slice(0, 10) + line.slice(13, 20) + line.slice(21, 43)) === line[43];
}

/**
 * Puts 0 for the letter O, or O for a zero, where a check digit then proves it: dates and check digits have digits only,
 * numbers have letters in front, if at all. A number stays as it was where nothing, or more than one thing, would be right.
 */
export function mendLetterO(line: string): string {
	const digits = (from: number, to: number) => line.slice(from, to).replaceAll('O', '0');
	const number = mendNumber(line.slice(0, 9), digits(9, 10));
	const personal = mendNumber(line.slice(28, 42), digits(42, 43));
	return `${number}${line.slice(10, 13)}${digits(13, 20)}${line.slice(20, 21)}${digits(21, 28)}${personal}${digits(43, 44)}`;
}

function mendNumber(number: string, check: string): string {
	if (checkOf(number) === check) return number + check;
	const zeros = number.replaceAll('O', '0');
	const letters = [/^0/, /^([A-Z])0/, /^00/].map((front) => zeros.replace(front, (at) => at.replaceAll('0', 'O')));
	const right = [...new Set([zeros, ...letters])].filter((spelling) => checkOf(spelling) === check);
	return (right.length === 1 ? right[0]! : number) + check;
}

/** The sum of digits, letters from A = 10 and fillers = 0, weighted 7, 3, 1 (ICAO 9303 part 3, section 4.9). */
function checkOf(letters: string): string {
	const weighted = [...letters].map(
		(letter, at) => (letter === '<' ? 0 : Number.parseInt(letter, 36)) * [7, 3, 1][at % 3]!,
	);
	return String(weighted.reduce((sum, value) => sum + value, 0) % 10);
}
