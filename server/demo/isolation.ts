import { proposeDue } from '#endings';
import { chooseBed, issueOrder } from '#isolation';
import { recordTest } from '#laboratory';
import type { Caller } from '#platform/actor';
import { call } from '#platform/call';
import type { Platform } from '#platform/platform';
import { propose } from '#proposals';
import { shiftDay } from '#shared/language';
import { importBeds, listFreeBeds, openSite } from '#sites';
import type { DemoPerson } from './people.ts';

/** People in isolation in Hoàn Kiếm: two at a site, one whose last day is today, one about whom it is to be decided. */
export const isolatedPeople: readonly DemoPerson[] = [
	['Phan Thị Diễm', '0901000101', '1990', 'female', '001190000101', '3 Hàng Gai'],
	['Vũ Văn Khải', '0901000102', '1985', 'male', '001085000102', '17 Hàng Trống'],
	['Đỗ Thị Nga', '0901000103', '1968', 'female', '001168000103', '40 Lý Thái Tổ'],
	['Hồ Văn Quý', '0901000104', '2001', 'male', '001201000104', '9 Tràng Tiền'],
].map(([name, phone, birthYear, gender, document, street]) => ({
	...{ name: name!, phone: phone!, birthYear: birthYear!, gender: gender as 'female', document: document! },
	...{ street: street!, symptoms: ['none'] },
}));

interface Station {
	officer: Caller;
	areaId: number;
	today: string;
}

const decidedBy = 'Chủ tịch UBND phường Hoàn Kiếm';

/** Orders, a site with its beds, and a proposal, for those people in that order. */
export async function addIsolation(platform: Platform, station: Station, persons: readonly string[]): Promise<void> {
	const { officer, areaId, today } = station;
	const [woman, man, almostDone, proposed] = persons as [string, string, string, string];
	const order = (person: string, change: object) =>
		call(platform, issueOrder, officer, {
			...{ person, areaId, kind: 'site' as const, regime: '5599-site', disease: 'COVID-19, F1', decidedBy },
			...{ decisionNumber: '40/QĐ-UBND', contact: '024 3825 1234', fromOn: today, purpose: 'F1 của ca bệnh' },
			...change,
		});
	const inBed = [await order(woman, {}), await order(man, {})];
	await fillSite(platform, station, [inBed[0]!.orderId, inBed[1]!.orderId]);
	await order(almostDone, {
		...{ kind: 'home', regime: 'home-7-days-vaccinated', fromOn: shiftDay(today, -6), decisionNumber: '28/QĐ-UBND' },
	});
	await call(platform, recordTest, officer, {
		...{ person: almostDone, areaId, disease: 'covid-19', kind: 'pcr', laboratory: 'CDC Hà Nội', sampleId: 'HN-0281' },
		...{ sampledAt: new Date(platform.clock.now().getTime() - 600_000).toISOString(), result: 'negative' },
	});
	await call(platform, propose, officer, {
		...{ persons: [proposed], areaId, cause: 'contact', kind: 'home', regime: 'home-7-days-vaccinated' },
		...{ knownAt: new Date(platform.clock.now().getTime() - 1_800_000).toISOString(), reason: 'Cùng nhà với ca bệnh' },
	});
	await proposeDue(platform.db, platform.clock.now());
}

async function fillSite(platform: Platform, { officer, areaId }: Station, orders: [string, string]): Promise<void> {
	const name = 'Ký túc xá Cao đẳng Y tế';
	const { siteId } = await call(platform, openSite, officer, { areaId, name, address: '35 Đoàn Thị Điểm' });
	const rooms = ['101,nữ', '102,nam', '103,chung', '201,nữ', '202,nam'];
	const lines = rooms.flatMap((room) => {
		const [number, sex] = room.split(',') as [string, string];
		return ['1', '2', '3', '4'].map((bed) => `A,${number[0]},${number},${bed},${sex}`);
	});
	const file = Buffer.from(`Toà nhà,Tầng,Phòng,Giường,Dành cho\n${lines.join('\n')}\n`).toString('base64');
	await call(platform, importBeds, officer, { siteId, file });
	const { beds } = await call(platform, listFreeBeds, officer, { siteId });
	for (const [index, orderId] of orders.entries()) {
		const bedId = beds.find(({ room }) => room === (index ? '202' : '101'))!.bedId;
		await call(platform, chooseBed, officer, { orderId, siteId, bedId });
	}
}
