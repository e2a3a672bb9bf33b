import type { Text } from '../language.ts';
import type { Recognised } from './index.ts';

/** What to tell a visitor at a place's door of a code that is no place's; undefined for a place's. */
export function wrongAtDoor(found: Recognised): Text | undefined {
	if (!found.ok) return found.isForeign ? foreign : undefined;
	if (found.shows === 'gate') return pairing;
	return found.shows === 'person' ? person : undefined;
}

const foreign: Text = {
	vi: 'Đây không phải mã mà Vaora biết. Hãy quét mã QR trên áp phích Vaora ở cửa, hoặc gõ mã ghi dưới hình QR.',
	en: 'This is no code Vaora knows. Scan the QR code on the Vaora poster at the door, or type the code under it.',
};

const person: Text = {
	vi: 'Đây là mã của một người, không phải mã của địa điểm. Hãy quét mã trên áp phích ở cửa, hoặc đưa mã này cho người kiểm soát ở cổng quét.',
	en: 'This code is a person’s, not a place’s. Scan the code on the poster at the door, or show this one to whoever watches the gate.',
};

const pairing: Text = {
	vi: 'Đây là mã ghép dành cho máy đứng ở cổng. Trên máy cần ghép, hãy mở trang “Cổng” (/gate) rồi quét mã này; người đến thì quét áp phích ở cửa.',
	en: 'This code makes a phone a gate’s device. Open the page “Gate” (/gate) on that phone and scan it there; visitors scan the poster at the door.',
};

/** For an old place code whose place the operator has not listed. */
export const oldPlaceUnknown: Text = {
	vi: 'Đây là mã địa điểm cũ của tokhaiyte.vn hoặc PC-Covid, hiện không còn dùng. Hãy tìm áp phích mới ở cửa, hoặc hỏi người kiểm soát.',
	en: 'This is an old place code of tokhaiyte.vn or PC-Covid, no longer in use. Look for the new poster at the door, or ask whoever watches it.',
};
