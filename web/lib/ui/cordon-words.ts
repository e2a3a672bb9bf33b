import type { Text } from '#shared/language';
import { restrictionFaults } from './restriction-words.ts';

export const cordonShapes: Record<string, Text> = {
	area: { vi: 'cả địa bàn', en: 'the whole area' },
	part: { vi: 'một phần, theo tên', en: 'a part, by its name' },
	households: { vi: 'danh sách nhà', en: 'a list of houses' },
	outline: { vi: 'theo đường ranh', en: 'by its outline' },
};

export const cordonSteps: Record<string, Text> = {
	proposed: { vi: 'Đề nghị', en: 'Proposed' },
	declared: { vi: 'Quyết định', en: 'Declared' },
	told: { vi: 'Thông báo cho người dân', en: 'People were told' },
	changed: { vi: 'Điều chỉnh', en: 'Changed' },
	ended: { vi: 'Kết thúc', en: 'Ended' },
};

export const rosterStates: Record<string, Text> = {
	checked: { vi: 'Đã kiểm tra, chưa ghi', en: 'Checked, nobody added' },
	running: { vi: 'Đang ghi', en: 'Being added' },
	done: { vi: 'Đã ghi xong', en: 'Done' },
	stopped: { vi: 'Đã dừng', en: 'Stopped' },
};

/** What to say of entries about a cordon and its people that cannot be. */
export const cordonFaults: Record<string, Text> = {
	...restrictionFaults,
	disease: { vi: 'Hãy chọn bệnh', en: 'Choose the disease' },
	households: { vi: 'Hãy ghi mỗi dòng một địa chỉ nhà', en: 'Enter the address of a house in each line' },
	reason: { vi: 'Hãy ghi lý do, từ 3 chữ', en: 'Say why, in 3 letters or more' },
	refusal: { vi: 'Hãy ghi vì sao không chấp thuận', en: 'Say why it is refused' },
	how: { vi: 'Hãy ghi thông báo bằng cách nào', en: 'Say how people were told' },
	group: { vi: 'Hãy ghi tổ, thôn', en: 'Enter the group' },
	dwelling: { vi: 'Hãy ghi địa chỉ nhà', en: 'Enter the address of the house' },
	phone: { vi: 'Số điện thoại không đúng', en: 'This is not a phone number' },
	'members.0.fullName': { vi: 'Hãy ghi họ tên', en: 'Enter the full name' },
	persons: { vi: 'Hãy chọn hoặc ghi tên ít nhất một người', en: 'Choose or enter at least one person' },
};
