/** The named entries of a form as text, none longer than anything anybody writes. */
export const readTexts = <Name extends string>(posted: FormData, names: readonly Name[]) =>
	Object.fromEntries(
		names.map((name) => [
			name,
			String(posted.get(name) ?? '')
				.trim()
				.slice(0, 1_000),
		]),
	) as Record<Name, string>;

/** What `<input type="datetime-local">` sent, as a moment: its time is Viet Nam's. Undefined when it was left empty. */
export const readLocalTime = (text: string): string | undefined => (text ? `${text.slice(0, 16)}:00+07:00` : undefined);

/** What stands in each line of a text, so many lines at most and none longer; empty ones are left out. */
export const readLines = (posted: FormData, name: string, max: { lines: number; length: number }): string[] =>
	String(posted.get(name) ?? '')
		.split(/\r?\n/, max.lines * 2)
		.map((line) => line.trim().slice(0, max.length))
		.filter(Boolean)
		.slice(0, max.lines);

/** A text of several lines: they end as the browser sends them; what is kept has one sign. */
export const readLongText = (posted: FormData, name: string, lengthMax: number): string =>
	String(posted.get(name) ?? '')
		.replaceAll('\r\n', '\n')
		.trim()
		.slice(0, lengthMax);
