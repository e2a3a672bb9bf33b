/** A believable handful of people, in the order in which they appear in the demo's visits. */
export interface DemoPerson {
	name: string;
	phone: string;
	birthYear: string;
	gender: 'male' | 'female';
	document: string;
	street: string;
	symptoms: string[];
}

const healthy = ['none'];

export const demoPeople: readonly DemoPerson[] = [
	{
		name: 'Nguyễn Thị Minh Hằng',
		phone: '0901000001',
		birthYear: '1987',
		gender: 'female',
		document: '001187000001',
		street: '12 Hàng Bạc',
		symptoms: ['fever', 'cough'],
	},
	{
		name: 'Trần Văn Đức',
		phone: '0901000002',
		birthYear: '1979',
		gender: 'male',
		document: '001079000002',
		street: '5 Đinh Lễ',
		symptoms: healthy,
	},
	{
		name: 'Lê Thị Ước',
		phone: '0901000003',
		birthYear: '1994',
		gender: 'female',
		document: '001194000003',
		street: '88 Hàng Buồm',
		symptoms: healthy,
	},
	{
		name: 'Phạm Quốc Khánh',
		phone: '0901000004',
		birthYear: '1965',
		gender: 'male',
		document: '001065000004',
		street: '3 Lý Thái Tổ',
		symptoms: healthy,
	},
	{
		name: 'Đặng Thuỳ Dương',
		phone: '0901000005',
		birthYear: '2001',
		gender: 'female',
		document: '001301000005',
		street: '41 Hàng Gai',
		symptoms: healthy,
	},
	{
		name: 'Vũ Ngọc Ý',
		phone: '0901000006',
		birthYear: '1990',
		gender: 'female',
		document: '001190000006',
		street: '7 Tràng Tiền',
		symptoms: ['sore-throat'],
	},
	{
		name: 'Hoàng Văn Ẩn',
		phone: '0901000007',
		birthYear: '1958',
		gender: 'male',
		document: '001058000007',
		street: '19 Phan Chu Trinh',
		symptoms: healthy,
	},
	{
		name: 'Bùi Thị Xuân',
		phone: '0901000008',
		birthYear: '1972',
		gender: 'female',
		document: '001172000008',
		street: '2 Ngõ Huyện',
		symptoms: healthy,
	},
	{
		name: 'Đỗ Mạnh Cường',
		phone: '0901000009',
		birthYear: '1983',
		gender: 'male',
		document: '001083000009',
		street: '60 Quán Sứ',
		symptoms: healthy,
	},
	{
		name: 'Hồ Thị Thanh Thuý',
		phone: '0901000010',
		birthYear: '1999',
		gender: 'female',
		document: '001199000010',
		street: '14 Bà Triệu',
		symptoms: healthy,
	},
	{
		name: 'Ngô Bảo Ân',
		phone: '0901000011',
		birthYear: '1969',
		gender: 'male',
		document: '001069000011',
		street: '27 Hai Bà Trưng',
		symptoms: healthy,
	},
	{
		name: 'Dương Thị Yến',
		phone: '0901000012',
		birthYear: '1992',
		gender: 'female',
		document: '001192000012',
		street: '9 Nhà Thờ',
		symptoms: ['difficulty-breathing', 'fever'],
	},
];

/** Declared for by the third of them, and reached at the same phone. */
export const demoChild = { name: 'Lê Bảo An', birthYear: '2019', gender: 'male', document: '' } as const;

export interface DemoPlace {
	name: string;
	type: string;
	/** The statistics office's code of the commune. */
	commune: string;
	address?: string;
	owner: string;
	ownerPhone: string;
}

export const demoPlaces: readonly DemoPlace[] = [
	{
		name: 'Cà phê Phố Cổ',
		type: 'cafe',
		commune: '00070',
		address: '11 Hàng Gai',
		owner: 'Nguyễn Thị Lan',
		ownerPhone: '0912000001',
	},
	{
		name: 'Trường THPT Nguyễn Huệ',
		type: 'school',
		commune: '00004',
		address: '560 Quang Trung',
		owner: 'Trần Quốc Tuấn',
		ownerPhone: '0912000002',
	},
	{
		name: 'Siêu thị Ba Đình',
		type: 'supermarket',
		commune: '00004',
		address: '23 Kim Mã',
		owner: 'Lê Thu Hà',
		ownerPhone: '0912000003',
	},
	{
		name: 'Xe buýt 32 Giáp Bát – Nhổn, 29B-123.45',
		type: 'bus',
		commune: '00070',
		owner: 'Phạm Văn Hùng',
		ownerPhone: '0912000004',
	},
	{
		name: 'Chợ Bến Thành',
		type: 'market',
		commune: '26743',
		address: 'Lê Lợi',
		owner: 'Võ Thị Sáu',
		ownerPhone: '0912000005',
	},
];

/** Which of them has phones at its gate and cards. */
export const schoolIndex = 1;
/** Which of them has departures. */
export const busIndex = 3;

/** Who was where: person, place, days ago, from, to (nothing: nobody noted the leaving). */
export const demoVisits: readonly [number, number, number, string, string?][] = [
	[0, 0, 1, '08:05', '09:10'],
	[1, 0, 1, '08:20', '08:55'],
	[2, 0, 1, '08:50'],
	[3, 0, 1, '09:15', '10:00'],
	[4, 0, 1, '07:30', '08:20'],
	[0, 3, 2, '07:10', '07:45'],
	[5, 3, 2, '07:05', '07:50'],
	[6, 3, 2, '07:30', '07:40'],
	[7, 3, 2, '08:00', '08:30'],
	[0, 2, 3, '17:30', '18:15'],
	[8, 2, 3, '17:00', '18:00'],
	[9, 2, 3, '18:05'],
	[10, 2, 3, '18:20', '19:00'],
	[0, 1, 2, '08:00', '11:30'],
	[4, 1, 2, '07:30', '11:30'],
	[10, 4, 1, '09:00', '10:15'],
	[9, 4, 1, '09:30', '10:00'],
];

/** Who lives in the alley that is cordoned off. */
export const demoHouses: {
	group: string;
	dwelling: string;
	phone: string;
	people: [name: string, birthYear: number][];
}[] = [
	{
		...{ group: 'Tổ 5', dwelling: 'Số 3 ngõ 12 Hàng Bạc', phone: '0901 000 051' },
		people: [
			['Hoàng Văn Bốn', 1958],
			['Hoàng Thị Na', 1961],
		],
	},
	{
		...{ group: 'Tổ 5', dwelling: 'Số 5 ngõ 12 Hàng Bạc', phone: '0901 000 052' },
		people: [
			['Đỗ Minh Khế', 1984],
			['Vũ Thị Sim', 1987],
			['Đỗ Gia Bảo', 2015],
		],
	},
	{ group: 'Tổ 6', dwelling: 'Số 8 ngõ 12 Hàng Bạc', phone: '0901 000 053', people: [['Lý Thị Mít', 1949]] },
];
