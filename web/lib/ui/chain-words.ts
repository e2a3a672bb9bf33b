import type { Text } from '#shared/language';

/** How sure a link is, the surest first. */
export const linkKinds: Record<string, Text> = {
	confirmed: { vi: 'Chắc chắn', en: 'Confirmed' },
	probable: { vi: 'Có khả năng cao', en: 'Probable' },
	possible: { vi: 'Có thể', en: 'Possible' },
};

export const relations: Record<string, Text> = {
	household: { vi: 'Sống cùng nhà', en: 'Same household' },
	relative: { vi: 'Họ hàng', en: 'Relative' },
	friend: { vi: 'Bạn bè', en: 'Friend' },
	work: { vi: 'Làm cùng nơi', en: 'Works together' },
	school: { vi: 'Học cùng nơi', en: 'Same school' },
	neighbour: { vi: 'Hàng xóm', en: 'Neighbour' },
	'health-care': { vi: 'Khám, chữa bệnh', en: 'Health care' },
	customer: { vi: 'Mua bán, dịch vụ', en: 'Customer or service' },
	stranger: { vi: 'Không quen', en: 'Stranger' },
	unknown: { vi: 'Chưa rõ', en: 'Not known' },
};

export const settings: Record<string, Text> = {
	home: { vi: 'Ở nhà', en: 'At home' },
	work: { vi: 'Nơi làm việc', en: 'At work' },
	school: { vi: 'Trường học', en: 'School' },
	'health-care': { vi: 'Cơ sở y tế', en: 'Health care' },
	transport: { vi: 'Trên xe, tàu, máy bay', en: 'Transport' },
	shop: { vi: 'Chợ, cửa hàng', en: 'Market or shop' },
	'food-drink': { vi: 'Quán ăn uống', en: 'Food and drink' },
	worship: { vi: 'Nơi thờ tự', en: 'Place of worship' },
	event: { vi: 'Tiệc, sự kiện đông người', en: 'Party or event' },
	unknown: { vi: 'Chưa rõ', en: 'Not known' },
};

export const linkFaults: Record<string, Text> = {
	'onset-too-early': {
		vi: 'Người bị lây phát bệnh quá sớm so với người lây',
		en: 'The infected fell ill too early for this infector',
	},
	'contact-outside-window': {
		vi: 'Ngày gặp nằm ngoài thời gian lây',
		en: 'They met outside the infectious window',
	},
	'contact-after-onset': { vi: 'Ngày gặp sau khi đã phát bệnh', en: 'They met after the illness had begun' },
	'incubation-too-long': { vi: 'Từ lúc gặp đến lúc phát bệnh quá lâu', en: 'Too long from the contact to the illness' },
};

/** How a contact became known, where nothing more is known of how they met. */
export const origins: Record<string, Text> = {
	visit: { vi: 'Cùng địa điểm', en: 'Shared place' },
	interview: { vi: 'Do ca bệnh khai', en: 'Told by the case' },
	import: { vi: 'Nhập từ danh sách', en: 'Imported' },
	proximity: { vi: 'Máy ở gần nhau', en: 'Phones nearby' },
};

/** What each indicator counts, and what to aim at. */
export const indicators: Record<string, { label: Text; target: number; isAtMost?: true; note?: Text }> = {
	isolated: {
		label: { vi: 'Ca được cách ly trong 24 giờ từ khi mở hồ sơ', en: 'Cases isolated within 24 hours of being opened' },
		target: 0.9,
	},
	interviewed: {
		label: { vi: 'Ca được hỏi trong 24 giờ', en: 'Cases interviewed within 24 hours' },
		target: 0.9,
		note: {
			vi: 'Tính từ người tiếp xúc đầu tiên do ca khai.',
			en: 'Counted by the first contact the case told of.',
		},
	},
	notified: {
		label: {
			vi: 'Người tiếp xúc được báo tin trong 24 giờ từ khi tìm ra',
			en: 'Contacts notified within 24 hours of being found',
		},
		target: 0.8,
		note: {
			vi: 'Tính từ tin nhắn cảnh báo đầu tiên đã gửi được hoặc đã đọc, hoặc cuộc gọi đã báo được; không tính cảnh báo đã thu hồi.',
			en: 'By the first text message of an alert that was sent, was read, or was told by a call; not of one taken back.',
		},
	},
	quarantined: {
		label: {
			vi: 'Người tiếp xúc được cách ly trong 24 giờ từ khi tìm ra',
			en: 'Contacts quarantined within 24 hours of being found',
		},
		target: 0.8,
		note: { vi: 'Theo lệnh cách ly đầu tiên.', en: 'By the first isolation order.' },
	},
	tested: {
		label: {
			vi: 'Người tiếp xúc phát bệnh được lấy mẫu trong 3 ngày',
			en: 'Contacts who fell ill sampled within 3 days',
		},
		target: 0.8,
		note: {
			vi: 'Chỉ tính người sau đó thành ca bệnh.',
			en: 'Only those who became cases are counted.',
		},
	},
	'known-contact': {
		label: { vi: 'Ca mới đã có trong danh sách tiếp xúc', en: 'New cases who were known contacts' },
		target: 0.8,
	},
	followed: {
		label: {
			vi: 'Ngày theo dõi có tin tức của người tiếp xúc',
			en: 'Days of follow-up on which the contact was heard',
		},
		target: 0.9,
		note: {
			vi: 'Tính đến hôm qua: người đó đã khai hằng ngày, hoặc cán bộ đã gặp, gọi được.',
			en: 'Until yesterday: they reported, or an officer reached them.',
		},
	},
	lost: {
		label: { vi: 'Người tiếp xúc bị mất dấu', en: 'Contacts lost to follow-up' },
		target: 0.05,
		isAtMost: true,
		note: {
			vi: 'Không có tin tức trong ba ngày cuối cùng phải theo dõi.',
			en: 'Nothing was heard of them on the last three days of their follow-up.',
		},
	},
};

/** What to say of an officer's entries of a link that cannot be. */
export const linkTexts: Record<string, Text> = {
	infectorCaseId: { vi: 'Hãy chọn ca đã lây', en: 'Choose the infecting case' },
	infectorNumber: {
		vi: 'Trong địa bàn của bạn không có ca nào, hoặc có nhiều ca, cùng bệnh mang số này',
		en: 'No case of this disease in your area has that number, or several have',
	},
	kind: { vi: 'Hãy chọn mức chắc chắn', en: 'Choose how sure it is' },
	contactOn: { vi: 'Ngày gặp không thể ở tương lai', en: 'The day they met cannot lie in the future' },
	note: { vi: 'Ghi chú quá dài', en: 'The note is too long' },
};
