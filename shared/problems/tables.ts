import { problem } from './problem-words.ts';

/** Tables that people send, and what becomes of them. */
export const tablesProblems = {
	'import-row-refused': problem(
		422,
		['Có dòng không nhập được', 'A row was refused'],
		['Dòng {row}, cột {column}: hãy sửa rồi nhập lại.', 'Row {row}, column {column}: correct it and import again.'],
	),
	'sheet-unreadable': problem(
		422,
		['Không đọc được tệp này', 'This file cannot be read'],
		['Hãy gửi tệp Excel (.xlsx) hoặc CSV, theo tệp mẫu.', 'Send an Excel file (.xlsx) or CSV, like the template.'],
	),
	'sheet-not-utf8': problem(
		422,
		['Chữ trong tệp CSV không phải Unicode (UTF-8)', 'The letters of the CSV file are not Unicode (UTF-8)'],
		[
			'Có thể là bảng mã cũ như windows-1258, TCVN3 hay VNI; đoán thì sai dấu. Trong Excel hãy chọn Lưu thành (Save As), kiểu “CSV UTF-8” hoặc “Excel Workbook (.xlsx)”.',
			'They may be of an older kind such as windows-1258, TCVN3 or VNI; guessing would spoil the diacritics. In Excel choose Save As, then CSV UTF-8 or Excel Workbook (.xlsx).',
		],
	),
	'sheet-old-excel': problem(
		422,
		['Đây là tệp Excel kiểu cũ (.xls)', 'This is an Excel file of the old kind (.xls)'],
		['Hãy mở ra và lưu thành .xlsx rồi gửi lại.', 'Open it, save it as .xlsx, and send it again.'],
	),
	'sheet-columns-missing': problem(
		422,
		['Tệp thiếu cột', 'The file lacks columns'],
		[
			'Dòng tiêu đề phải có: {columns}. Cột đứng thứ tự nào cũng được.',
			'The header must have: {columns}. The columns may be in any order.',
		],
	),
	'sheet-column-twice': problem(
		422,
		['Một cột có hai lần', 'A column is there twice'],
		['Hãy bỏ bớt một cột: {column}.', 'Take one of these away: {column}.'],
	),
	'sheet-empty': problem(
		422,
		['Tệp không có dòng nào', 'The file has no rows'],
		['Hãy điền ít nhất một địa điểm dưới dòng tiêu đề.', 'Fill in at least one place below the header.'],
	),
	'sheet-too-long': problem(
		422,
		['Tệp có quá nhiều dòng', 'The file has too many rows'],
		['Mỗi tệp nhận {max} dòng: hãy chia thành nhiều tệp.', 'A file takes {max} rows: split it into several.'],
	),
	'sheet-several': problem(
		422,
		['Tệp nén có nhiều bảng như nhau', 'The archive has several such tables'],
		[
			'Một danh sách có thể đã được chia thành nhiều phần: hãy giải nén rồi gửi từng phần.',
			'A list may have been split into parts: unpack it and send them one by one.',
		],
	),
	'sheet-rows-missing': problem(
		422,
		['Tệp không đủ số dòng', 'The file does not have all its rows'],
		[
			'Tệp hoặc bản kê của nó nói có {expected} dòng, nhưng đọc được {found}. Có thể tệp bị cắt trên đường đi: hãy xuất lại.',
			'The file or its manifest says {expected} rows, yet {found} were read. It may have been cut on its way: export it again.',
		],
	),
	'sheet-changed': problem(
		422,
		['Tệp đã bị thay đổi', 'The file was changed'],
		[
			'Tệp không khớp với mã SHA-256 trong bản kê. Hãy xuất lại, hoặc gửi tệp không kèm bản kê nếu bạn đã sửa nó.',
			'It is not the file its manifest was written for. Export it again, or send it without the manifest if you mended it.',
		],
	),
	'manifest-unreadable': problem(
		422,
		['Không đọc được bản kê', 'The manifest cannot be read'],
		[
			'Bản kê là tệp JSON có số dòng và mã SHA-256 của tệp, do nơi xuất ghi ra.',
			'A manifest is a JSON file with the row count and SHA-256 of the file, written by whoever exported it.',
		],
	),
	'columns-unmapped': problem(
		422,
		['Còn thiếu cột cần có', 'A column that is needed is not told'],
		[
			'Hãy chọn cột nào của tệp là mã ca, người, hay ngày mà loại danh sách này cần.',
			'Choose which column of the file is the case id, the person or the day that such a list needs.',
		],
	),
	'column-twice': problem(
		422,
		['Hai cột cùng một nghĩa', 'Two columns mean the same'],
		['Hãy để một cột, cột kia chọn “Bỏ qua”.', 'Keep one, and leave the other out.'],
	),
	'file-too-large': problem(
		413,
		['Tệp quá lớn', 'The file is too large'],
		[
			'Mỗi tệp nhiều nhất {megabytesMax} MB: hãy bỏ hình ảnh, trang tính thừa, hoặc chia tệp.',
			'A file has {megabytesMax} MB at most: take out pictures and spare sheets, or split it.',
		],
	),
	'registration-has-faults': problem(
		409,
		['Tệp còn dòng cần sửa', 'Some rows need mending'],
		[
			'Còn {rows} dòng. Hãy sửa rồi gửi lại tệp, hoặc chọn đăng ký riêng những dòng đúng.',
			'There are {rows} such rows. Mend and send the file again, or choose to register the good rows.',
		],
	),
	'registration-nothing-good': problem(
		409,
		['Không có dòng nào để đăng ký', 'There is no row to register'],
		['Hãy sửa tệp rồi gửi lại.', 'Mend the file and send it again.'],
	),
	'registration-over': problem(
		410,
		['Đã quá một ngày', 'More than a day has passed'],
		['Nội dung tệp chỉ được giữ một ngày. Hãy gửi lại tệp.', 'A file is kept for a day. Send it again.'],
	),
};
