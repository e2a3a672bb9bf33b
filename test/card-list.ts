import { issueSheet } from '#cards';
import { call } from '#platform/call';
import { writeCsv } from '#shared/text/csv';
import type { TestPlatform } from './database.ts';
import { addCafe, type SignedIn, signIn } from './people.ts';

const header = ['Họ và tên', 'Ngày sinh', 'Giới tính', 'Số CCCD', 'Điện thoại', 'Lớp', 'Mã học sinh'];
/** Two pupils as a school's list has them. */
export const ban = ['Đặng Thị Bàng', '03/05/2012', 'Nữ', '', '0903 333 001', '7A', 'HS001'];
export const cuc = ['Vũ Văn Cúc', '2011', 'Nam', '', '', '7B', ''];

/** Whoever manages a place, and the place. */
export interface Issuer {
	owner: SignedIn;
	place: string;
}

export async function addIssuer(platform: TestPlatform, phone: string): Promise<Issuer> {
	const owner = await signIn(platform, phone);
	return { owner, place: (await addCafe(platform, owner)).placeId };
}

export const listOf = (...rows: string[][]) => Buffer.from(writeCsv([header, ...rows])).toString('base64');

/** Sends a list of people who are to have cards. */
export const sendList = async (
	platform: TestPlatform,
	{ owner, place }: Issuer,
	rows: string[][],
	options: { dryRun?: boolean; goodRowsOnly?: boolean } = {},
) => call(platform, issueSheet, await owner.caller(), { place, base64: listOf(...rows), dryRun: false, ...options });
