import { type SheetRow as Row, sheetReader } from '#platform/table/read-sheet';
import { type ColumnName, columns } from './columns.ts';

export const rowsMax = 10_000;

export type SheetRow = Row<ColumnName>;
export const readSheet = sheetReader(columns, { anchor: 'name', rowsMax });
export type SheetReading = Awaited<ReturnType<typeof readSheet>>;
