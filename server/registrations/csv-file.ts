import Type from 'typebox';
import { safeFileName } from '#shared/text/csv';

export const CsvFile = Type.Object({
	mediaType: Type.String(),
	fileName: Type.String(),
	csv: Type.String({ description: 'Begins with a byte order mark, so that spreadsheets keep the diacritics' }),
	rows: Type.Integer({ description: 'Below the header' }),
});

export const csvFile = (name: string, csv: string, rows: number) => ({
	...{ mediaType: 'text/csv; charset=utf-8', fileName: safeFileName(name, 'csv') },
	...{ csv, rows },
});
