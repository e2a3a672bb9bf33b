import type { Text } from '#shared/language';
import { fold } from '#shared/text/vietnamese';

interface Column extends Text {
	/** Further names, folded. */
	others: readonly string[];
	isRequired: boolean;
}

const column = (vi: string, en: string, others: string[], isRequired = false): Column => ({
	vi,
	en,
	others,
	isRequired,
});

/** The columns of a roster in the order of the template; in a file they may stand in any. */
export const columns = {
	group: column(
		'Tổ, thôn',
		'Group',
		['to', 'thon', 'to dan pho', 'to dan cu', 'tdp', 'thon to', 'to thon', 'thon ap', 'khu pho', 'ap', 'hamlet'],
		true,
	),
	dwelling: column(
		'Địa chỉ nhà, căn hộ',
		'House or flat',
		['dia chi', 'so nha', 'nha', 'can ho', 'ho', 'so ho', 'dia chi nha', 'address', 'house', 'flat', 'household'],
		true,
	),
	name: column('Họ và tên', 'Full name', ['ho ten', 'ten', 'name'], true),
	birth: column('Năm sinh', 'Year of birth', [
		'ngay sinh',
		'ngay thang nam sinh',
		'sinh',
		'birth',
		'born',
		'birth year',
	]),
	gender: column('Giới tính', 'Gender', ['gioi', 'phai', 'sex']),
	document: column('Số giấy tờ', 'Document number', [
		'cccd',
		'so cccd',
		'cmnd',
		'so dinh danh',
		'cmnd cccd',
		'document',
	]),
	phone: column('Điện thoại', 'Phone', ['so dien thoai', 'dt', 'sdt', 'phone number', 'mobile']),
} satisfies Record<string, Column>;

export type ColumnName = keyof typeof columns;
export const columnNames = Object.keys(columns) as ColumnName[];

/** What our own file of faulty rows has beside these: to be read by people only. */
export const mendColumn: Text = { vi: 'Cần sửa', en: 'To be mended' };

const headerKey = (written: string): string =>
	fold(written)
		.replace(/\(.*?\)/g, ' ')
		.replace(/[^a-z0-9]+/g, ' ')
		.trim();

const byHeader = new Map(
	columnNames.flatMap((name) => {
		const { vi, en, others } = columns[name];
		return [name, vi, en, ...others].map((one) => [headerKey(one), name] as const);
	}),
);
const mendKeys = [mendColumn.vi, mendColumn.en].map(headerKey);

/** Which column a header means: Vietnamese or English, with or without diacritics, in any letter case. */
export const readHeader = (written: string): ColumnName | 'mend' | undefined =>
	mendKeys.includes(headerKey(written)) ? 'mend' : byHeader.get(headerKey(written));
