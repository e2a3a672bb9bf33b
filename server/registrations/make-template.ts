import Type from 'typebox';
import { listPlaceTypes } from '#places';
import { operation } from '#platform/operation';
import { anyone } from '#platform/who';
import { writeCsv } from '#shared/text/csv';
import { columnNames, columns } from './sheet/columns.ts';

/** A shop, a school with two gates, a bus: what each kind of place needs. */
const examples: readonly Partial<Record<keyof typeof columns, string>>[] = [
	{
		...{ reference: 'CH-001', name: 'Cửa hàng Hoa Sữa, Quán Thánh', type: 'Cửa hàng', commune: 'Phường Ba Đình' },
		...{ province: 'Thành phố Hà Nội', address: '12 phố Quán Thánh', controllers: '0901 234 567', capacity: '40' },
	},
	{
		...{ reference: 'TH-002', name: 'Trường Tiểu học Ước Mơ', type: 'Trường học', commune: 'Phường Thuận Hóa' },
		...{ province: 'Thành phố Huế', address: '5 đường Lê Lợi', gates: 'Cổng chính; Cổng sau' },
	},
	{
		...{ reference: 'XB-32', name: 'Xe buýt 32, 29B-123.45', type: 'Xe buýt, xe khách', commune: 'Phường Hoàn Kiếm' },
		...{ province: 'Thành phố Hà Nội', controllers: '0912 345 678; 0987 654 321', capacity: '60' },
	},
];

export const makeTemplate = operation({
	name: 'registrations.make-template',
	summary: {
		vi: 'Tệp mẫu để đăng ký nhiều địa điểm, có ví dụ và các loại địa điểm',
		en: 'A template for registering many places, with examples and the kinds of places',
	},
	who: anyone,
	input: Type.Object(
		{ format: Type.Union([Type.Literal('csv'), Type.Literal('xlsx')]) },
		{ additionalProperties: false },
	),
	output: Type.Object({ mediaType: Type.String(), fileName: Type.String(), base64: Type.String() }),
	personal: 'none',
	limits: [{ what: 'address', by: (_input, { address }) => address, limit: { count: 60, seconds: 600 } }],
	run: async ({ db, caller }, { format }) => {
		const { language } = caller;
		const header = columnNames.map((name) => columns[name][language]);
		const rows = examples.map((example) => columnNames.map((name) => example[name] ?? ''));
		const isWorkbook = format === 'xlsx';
		const types = (await listPlaceTypes(db)).map(({ name }) => name[language]);
		const content = isWorkbook
			? await writeWorkbook({ header, rows, types, isVietnamese: language === 'vi' })
			: Buffer.from(writeCsv([header, ...rows]));
		return {
			mediaType: isWorkbook
				? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
				: 'text/csv; charset=utf-8',
			fileName: `vaora-${language === 'vi' ? 'mau-dang-ky' : 'template'}.${format}`,
			base64: content.toString('base64'),
		};
	},
});

interface Workbook {
	header: string[];
	rows: string[][];
	types: string[];
	isVietnamese: boolean;
}

/** Every cell is text, and so are the empty ones below: no phone loses its zero, no house number becomes a date. */
async function writeWorkbook({ header, rows, types, isVietnamese }: Workbook): Promise<Buffer> {
	// Few ask for a template: what writes it is loaded for the first who does.
	const { default: writeXlsx } = await import('write-excel-file/node');
	const text = (value: string) => ({ value, type: String, format: '@' });
	const title = (value: string) => ({ value, fontWeight: 'bold' as const });
	const empty = Array.from({ length: 200 }, () => header.map(() => text('')));
	const file = writeXlsx([
		{
			sheet: isVietnamese ? 'Địa điểm' : 'Places',
			data: [header.map(title), ...rows.map((row) => row.map(text)), ...empty],
			columns: header.map((one) => ({ width: Math.max(16, one.length + 4) })),
			stickyRowsCount: 1,
		},
		{
			sheet: isVietnamese ? 'Loại địa điểm' : 'Kinds of places',
			data: [[title(isVietnamese ? 'Loại địa điểm' : 'Kind of place')], ...types.map((type) => [text(type)])],
			columns: [{ width: 44 }],
		},
	]);
	return file.toBuffer();
}
