import { type Column, column } from '#platform/table/headings';

/** The columns of a registration in the order of the template; in a file they may stand in any. */
export const columns = {
	reference: column('Mã nội bộ', 'Own code', [
		'ma',
		'ma cua hang',
		'ma co so',
		'ma don vi',
		'code',
		'store code',
		'reference',
	]),
	name: column(
		'Tên địa điểm',
		'Name of the place',
		['ten', 'ten cua hang', 'ten co so', 'ten don vi', 'name', 'place', 'place name'],
		true,
	),
	type: column(
		'Loại địa điểm',
		'Kind of place',
		['loai', 'loai hinh', 'type', 'kind', 'place type', 'type of place'],
		true,
	),
	commune: column(
		'Phường, xã',
		'Ward or commune',
		[
			'xa phuong',
			'phuong',
			'xa',
			'phuong xa dac khu',
			'phuong xa thi tran',
			'xa phuong thi tran',
			'ward',
			'commune',
			'ward commune',
		],
		true,
	),
	province: column(
		'Tỉnh, thành phố',
		'Province or city',
		['tinh', 'tinh thanh', 'thanh pho', 'province', 'city', 'province city'],
		true,
	),
	address: column('Địa chỉ', 'Address', ['so nha duong', 'dia chi chi tiet', 'street', 'street address']),
	gates: column('Cổng', 'Gates', ['cac cong', 'ten cong', 'gate']),
	controllers: column('Điện thoại người kiểm soát', 'Phone of the controller', [
		'dien thoai',
		'so dien thoai',
		'sdt',
		'dien thoai bao ve',
		'phone',
		'controller phone',
		'phone number',
	]),
	capacity: column('Sức chứa', 'Capacity', ['so nguoi toi da', 'max people']),
} satisfies Record<string, Column>;

export type ColumnName = keyof typeof columns;
export const columnNames = Object.keys(columns) as ColumnName[];
