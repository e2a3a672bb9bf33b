import type { Text } from '#shared/language';
import { fold } from '#shared/text/vietnamese';

interface Meaning extends Text {
	/** How files write it, folded; the endings of Go.Data's codes are among them. */
	written: readonly string[];
}

const meaning = (vi: string, en: string, ...written: string[]): Meaning => ({ vi, en, written });

/** The words of a file that stand for one of ours. */
export const meanings = {
	gender: {
		male: meaning('Nam', 'Male', 'nam', 'male', 'm', 'trai'),
		female: meaning('Nữ', 'Female', 'nu', 'female', 'f', 'gai'),
		other: meaning('Khác', 'Other', 'khac', 'other', 'o', 'x'),
	},
	classification: {
		suspected: meaning('Nghi ngờ', 'Suspected', 'nghi ngo', 'suspected', 'suspect', 'ca nghi ngo', 'nghi mac'),
		probable: meaning('Có khả năng', 'Probable', 'co the', 'co kha nang', 'probable'),
		confirmed: meaning('Xác định', 'Confirmed', 'xac dinh', 'ca xac dinh', 'duong tinh', 'confirmed', 'positive', 'f0'),
		discarded: meaning('Loại trừ', 'Discarded', 'loai tru', 'am tinh', 'discarded', 'not a case', 'not case'),
	},
	outcome: {
		recovered: meaning('Khỏi', 'Recovered', 'khoi', 'khoi benh', 'ra vien', 'recovered', 'recover', 'recovery'),
		died: meaning('Tử vong', 'Died', 'tu vong', 'chet', 'died', 'dead', 'death', 'deceased'),
		unknown: meaning('Không rõ', 'Unknown', 'khong ro', 'unknown'),
	},
	source: {
		screening: meaning('Sàng lọc', 'Screening', 'sang loc', 'screening'),
		'contact-tracing': meaning('Truy vết', 'Contact tracing', 'truy vet', 'contact tracing', 'f1'),
		border: meaning('Cửa khẩu', 'Border', 'cua khau', 'nhap canh', 'border'),
		'self-report': meaning('Tự khai báo', 'Self-report', 'tu khai bao', 'self report'),
		hospital: meaning('Bệnh viện', 'Hospital', 'benh vien', 'co so y te', 'hospital'),
		other: meaning('Khác', 'Other', 'khac', 'other'),
	},
	certainty: {
		confirmed: meaning('Chắc chắn', 'Confirmed', 'chac chan', 'confirmed', 'high', 'cao'),
		probable: meaning('Có khả năng cao', 'Probable', 'co kha nang cao', 'probable', 'medium', 'trung binh'),
		possible: meaning('Có thể', 'Possible', 'co the', 'possible', 'low', 'thap'),
	},
	relation: {
		household: meaning('Cùng nhà', 'Household', 'cung nha', 'gia dinh', 'household', 'family', 'household contact'),
		relative: meaning('Họ hàng', 'Relative', 'ho hang', 'relative'),
		friend: meaning('Bạn bè', 'Friend', 'ban be', 'ban', 'friend'),
		work: meaning('Đồng nghiệp', 'Work', 'dong nghiep', 'work', 'colleague', 'coworker'),
		school: meaning('Cùng trường', 'School', 'cung truong', 'cung lop', 'school', 'classmate'),
		neighbour: meaning('Hàng xóm', 'Neighbour', 'hang xom', 'neighbour', 'neighbor'),
		'health-care': meaning(
			'Nhân viên y tế',
			'Health care',
			'nhan vien y te',
			'health care',
			'hcw',
			'health care worker',
		),
		customer: meaning('Khách hàng', 'Customer', 'khach hang', 'customer'),
		stranger: meaning('Người lạ', 'Stranger', 'nguoi la', 'stranger'),
		unknown: meaning('Không rõ', 'Unknown', 'khong ro', 'unknown', 'other', 'khac'),
	},
	setting: {
		home: meaning('Ở nhà', 'Home', 'o nha', 'nha', 'home', 'household'),
		work: meaning('Nơi làm việc', 'Work', 'noi lam viec', 'co quan', 'work', 'workplace'),
		school: meaning('Trường học', 'School', 'truong hoc', 'truong', 'school'),
		'health-care': meaning(
			'Cơ sở y tế',
			'Health care',
			'benh vien',
			'co so y te',
			'hospital',
			'emergency room',
			'hospital room',
		),
		transport: meaning('Phương tiện đi lại', 'Transport', 'xe', 'may bay', 'chuyen bay', 'transport', 'flight'),
		shop: meaning('Cửa hàng, chợ', 'Shop', 'cho', 'cua hang', 'sieu thi', 'shop', 'market'),
		'food-drink': meaning('Ăn uống', 'Food and drink', 'an uong', 'quan an', 'nha hang', 'restaurant', 'food'),
		worship: meaning('Nơi thờ tự', 'Worship', 'chua', 'nha tho', 'worship', 'church'),
		event: meaning('Sự kiện', 'Event', 'su kien', 'dam cuoi', 'dam tang', 'event', 'funeral', 'wedding'),
		unknown: meaning('Không rõ', 'Unknown', 'khong ro', 'unknown', 'other', 'khac'),
	},
	testKind: {
		pcr: meaning('PCR', 'PCR', 'pcr', 'rt pcr', 'rt-pcr', 'realtime pcr', 'real time pcr'),
		antigen: meaning('Kháng nguyên', 'Antigen', 'khang nguyen', 'test nhanh', 'antigen', 'rapid antigen', 'rdt'),
		antibody: meaning('Kháng thể', 'Antibody', 'khang the', 'antibody', 'serology', 'elisa', 'igm', 'igg'),
		culture: meaning('Nuôi cấy', 'Culture', 'nuoi cay', 'culture', 'virus isolation'),
		other: meaning('Khác', 'Other', 'khac', 'other'),
	},
	result: {
		positive: meaning('Dương tính', 'Positive', 'duong tinh', 'duong', 'positive', 'pos', '+'),
		negative: meaning('Âm tính', 'Negative', 'am tinh', 'am', 'negative', 'neg', '-'),
		invalid: meaning('Không hợp lệ', 'Invalid', 'khong hop le', 'invalid', 'inconclusive', 'inadequate'),
		pending: meaning('Chờ kết quả', 'Pending', 'cho ket qua', 'pending', 'in progress'),
	},
	followUp: {
		visited: meaning('Đã gặp, khoẻ', 'Seen, well', 'da gap', 'khoe', 'seen ok', 'seen'),
		ill: meaning('Đã gặp, có triệu chứng', 'Seen, ill', 'co trieu chung', 'seen not ok'),
		'no-answer': meaning('Không gặp được', 'Not reached', 'khong gap', 'missed', 'not seen'),
		nothing: meaning('Không đi', 'Not tried', 'chua di', 'not attempted', 'not performed'),
	},
} satisfies Record<string, Record<string, Meaning>>;

export type ChoiceField = keyof typeof meanings;
export const isChoiceField = (field: string): field is ChoiceField => Object.hasOwn(meanings, field);

/** The choices of a field, with their words. */
export const choicesOf = (field: ChoiceField): Record<string, Text> => meanings[field];

/** Words that say that nothing is known, in any field. */
const nothing = new Set(['na', 'n/a', 'null', 'none', 'nan', '-', 'alive', 'con song', 'dang dieu tri', 'active']);

/** How a written word is compared. */
export const meaningKey = (written: string): string => fold(written).replaceAll('_', ' ');

const known = new Map(
	Object.entries(meanings).map(([field, choices]) => [
		field,
		new Map(
			Object.entries(choices as Record<string, Meaning>).flatMap(([choice, { vi, en, written }]) =>
				[choice, vi, en, ...written].map((one) => [meaningKey(one), choice] as const),
			),
		),
	]),
);

/** What a written word means; an empty text where it says that nothing is known, undefined where nobody knows it. */
export function readMeaning(field: ChoiceField, written: string): string | undefined {
	const key = meaningKey(written);
	const words = known.get(field)!;
	const found = words.get(key) ?? (nothing.has(key) ? '' : undefined);
	if (found !== undefined) return found;
	// Our own exports say a word in two languages: `nam · male`.
	if (key.includes(' · ')) return readMeaning(field, key.split(' · ')[0]!);
	if (!key.startsWith('lng ')) return undefined;
	// LNG_REFERENCE_DATA_CATEGORY_GENDER_MALE: the longest ending that is known.
	const parts = key.split(' ');
	for (let from = 1; from < parts.length; from++) {
		const choice = words.get(parts.slice(from).join(' '));
		if (choice !== undefined) return choice;
	}
	return undefined;
}
