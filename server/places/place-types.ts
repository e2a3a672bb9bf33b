import type { Text } from '#shared/language';

export interface PlaceType {
	type: string;
	name: Text;
	/** What the pages draw beside the name. */
	icon: string;
	isVehicle: boolean;
	usualStayMinutes: number;
}

const place = (type: string, vi: string, en: string, icon: string, usualStayMinutes: number): PlaceType => ({
	type,
	name: { vi, en },
	icon,
	isVehicle: false,
	usualStayMinutes,
});

const vehicle = (type: string, vi: string, en: string, icon: string, usualStayMinutes: number): PlaceType => ({
	...place(type, vi, en, icon, usualStayMinutes),
	isVehicle: true,
});

/**
 * The places the government's letter of 2021 names (item 2a), public transport included, and others people go in and out
 * of. They are stored at the first start; after that the stored ones count, which an operator may edit.
 */
export const firstPlaceTypes: readonly PlaceType[] = [
	place('cafe', 'Quán cà phê', 'Café', 'cup', 90),
	place('eatery', 'Quán ăn', 'Eatery', 'bowl', 45),
	place('restaurant', 'Nhà hàng', 'Restaurant', 'cutlery', 90),
	place('shop', 'Cửa hàng', 'Shop', 'bag', 30),
	place('supermarket', 'Siêu thị, trung tâm thương mại', 'Supermarket or shopping centre', 'cart', 60),
	place('market', 'Chợ', 'Market', 'basket', 60),
	place('office', 'Cơ quan nhà nước', 'Government office', 'flag', 480),
	place('company', 'Công ty', 'Company', 'building', 540),
	place('factory', 'Nhà máy, xưởng sản xuất', 'Factory or workshop', 'factory', 540),
	place('construction-site', 'Công trường xây dựng', 'Construction site', 'crane', 540),
	place('hospital', 'Bệnh viện', 'Hospital', 'hospital', 240),
	place('clinic', 'Phòng khám, trạm y tế', 'Clinic or health station', 'clinic', 90),
	place('pharmacy', 'Nhà thuốc', 'Pharmacy', 'pill', 15),
	place('care-home', 'Cơ sở chăm sóc, bảo trợ xã hội', 'Care home', 'heart', 480),
	place('school', 'Trường học', 'School', 'school', 480),
	place('hotel', 'Khách sạn', 'Hotel', 'bed', 720),
	place('lodging', 'Cơ sở lưu trú, nhà nghỉ', 'Guest house or other lodging', 'bed', 720),
	place('residence', 'Chung cư, khu nhà ở', 'Apartment house or residential area', 'home', 720),
	place('bank', 'Ngân hàng, bưu điện', 'Bank or post office', 'bank', 45),
	place('salon', 'Tiệm tóc, làm đẹp', 'Hairdresser or beauty salon', 'scissors', 60),
	place('worship', 'Nơi thờ tự, chùa, nhà thờ', 'Place of worship', 'worship', 90),
	place('entertainment', 'Rạp, karaoke, nơi giải trí', 'Cinema, karaoke or other entertainment', 'film', 180),
	place('sports', 'Phòng tập, sân thể thao', 'Gym or sports ground', 'ball', 120),
	place('museum', 'Bảo tàng, thư viện, nhà văn hóa', 'Museum, library or culture house', 'book', 120),
	place('park', 'Công viên, khu du lịch', 'Park or tourist site', 'tree', 120),
	place('event', 'Sự kiện, đám cưới, hội nghị', 'Event, wedding or conference', 'calendar', 240),
	place('station', 'Bến xe, nhà ga, sân bay, bến cảng', 'Bus or railway station, airport or port', 'signpost', 90),
	place('checkpoint', 'Chốt kiểm soát', 'Checkpoint', 'barrier', 15),
	vehicle('bus', 'Xe buýt, xe khách', 'Bus or coach', 'bus', 120),
	vehicle('train', 'Tàu hỏa, tàu điện', 'Train or metro', 'train', 240),
	vehicle('taxi', 'Taxi, xe hợp đồng', 'Taxi or hired car', 'taxi', 45),
	vehicle('aircraft', 'Máy bay', 'Aircraft', 'aircraft', 180),
	vehicle('ship', 'Tàu thủy, phà, thuyền', 'Ship, ferry or boat', 'ship', 180),
	place('other', 'Nơi khác', 'Another kind of place', 'pin', 120),
];
