import type { Text } from '#shared/language';

/** What the rows of a file are. */
export const importKinds: Record<string, Text> = {
	cases: { vi: 'Danh sách ca bệnh', en: 'Line list of cases' },
	contacts: { vi: 'Người tiếp xúc', en: 'Contacts' },
	links: { vi: 'Mối lây: ai lây cho ai', en: 'Links: who infected whom' },
	tests: { vi: 'Xét nghiệm', en: 'Laboratory tests' },
	'follow-ups': { vi: 'Lượt theo dõi người tiếp xúc', en: 'Follow-ups of contacts' },
};

export const importStates: Record<string, Text> = {
	read: { vi: 'Chờ cho biết các cột', en: 'Columns to be told' },
	checked: { vi: 'Đã kiểm tra, chưa ghi', en: 'Checked, nothing added yet' },
	running: { vi: 'Đang ghi', en: 'Being added' },
	done: { vi: 'Đã ghi xong', en: 'Added' },
	stopped: { vi: 'Đã dừng', en: 'Stopped' },
};

/** What to mend in the forms of an import, where the operation has no words of its own. */
export const importFaults: Record<string, Text> = {
	kind: { vi: 'Hãy chọn mỗi dòng của tệp là gì', en: 'Choose what each row of the file is' },
	source: {
		vi: 'Hãy ghi tệp từ đâu đến, ví dụ “Go.Data Hà Nội”',
		en: 'Say where the file is from, such as “Go.Data Ha Noi”',
	},
	areaId: { vi: 'Hãy chọn địa bàn chủ trì', en: 'Choose the leading area' },
	rule: { vi: 'Hãy chọn bệnh và quy tắc truy vết', en: 'Choose the disease and rule' },
	contactOn: {
		vi: 'Tệp không có ngày tiếp xúc: hãy ghi một ngày cho cả tệp, không muộn hơn hôm nay',
		en: 'The file has no date of contact: give one for all of it, today at the latest',
	},
};
