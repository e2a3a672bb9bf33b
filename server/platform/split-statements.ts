/**
 * Cuts SQL text into single statements at the semicolons outside strings, dollar quotes and comments. Each is sent by
 * itself, because Citus refuses some of them inside one string.
 */
export function splitStatements(text: string): string[] {
	const statements: string[] = [];
	const token = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"[^"]*"|\$(\w*)\$[\s\S]*?\$\1\$|;/g;
	let start = 0;
	for (const match of text.matchAll(token)) {
		if (match[0] !== ';') continue;
		statements.push(text.slice(start, match.index));
		start = match.index + 1;
	}
	statements.push(text.slice(start));
	return statements
		.map((statement) => statement.trim())
		.filter((statement) => statement.replace(/--[^\n]*/g, '').trim());
}
