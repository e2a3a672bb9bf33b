/** A column of a table: its heading in Vietnamese and English, how many letters wide, and what a record has there. */
export interface Column<Record> {
	title: string;
	width: number;
	cell: (record: Record) => string | number | undefined;
}

export const column = <Record>(title: string, width: number, cell: Column<Record>['cell']): Column<Record> => ({
	...{ title, width, cell },
});

/** `2026-11-24 08:05:00` in Viet Nam: as text and as a spreadsheet's time it sorts alike. */
export const localTime = (moment: Date | undefined): string | undefined =>
	moment && new Date(moment.getTime() + 7 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
