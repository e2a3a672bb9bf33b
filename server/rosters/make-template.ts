import Type from 'typebox';
import { officer } from '#identity';
import { operation } from '#platform/operation';
import { writeXlsx } from '#platform/xlsx';
import { type ColumnName, columnNames, columns } from './sheet/columns.ts';

/** A family of two behind one door, and somebody next door; the empty cells are those above. */
const examples: readonly Partial<Record<ColumnName, string>>[] = [
	{
		...{ group: 'Tổ 5', dwelling: 'Số 12 ngõ 5 phố Hàng Bạc', name: 'Nguyễn Văn Mận', birth: '1961', gender: 'Nam' },
		...{ document: '001061029317', phone: '0901 234 567' },
	},
	{ group: '', dwelling: '', name: 'Trần Thị Đào', birth: '1964', gender: 'Nữ' },
	{ group: '', dwelling: 'Số 14 ngõ 5 phố Hàng Bạc', name: 'Lê Thị Lựu', birth: '12/03/1990', gender: 'Nữ' },
];

export const makeTemplate = operation({
	name: 'rosters.make-template',
	summary: { vi: 'Tệp mẫu danh sách người trong vùng khoanh', en: 'A template for the list of a cordon’s people' },
	who: officer,
	input: Type.Object({}, { additionalProperties: false }),
	output: Type.Object({ mediaType: Type.String(), fileName: Type.String(), base64: Type.String() }),
	personal: 'none',
	run: async ({ caller: { language } }) => {
		const header = columnNames.map((name) => columns[name][language]);
		const rows = examples.map((example) => columnNames.map((name) => example[name] ?? ''));
		const sheet = {
			name: language === 'vi' ? 'Danh sách' : 'Roster',
			widths: [14, 34, 28, 14, 12, 18, 18],
			rows: (async function* () {
				yield header;
				yield* rows;
			})(),
		};
		return {
			mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
			fileName: `vaora-${language === 'vi' ? 'danh-sach-vung-khoanh' : 'cordon-roster'}.xlsx`,
			base64: (await writeXlsx([sheet])).toString('base64'),
		};
	},
});
