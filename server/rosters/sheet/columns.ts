import { type Column, column } from '#platform/table/headings';

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
