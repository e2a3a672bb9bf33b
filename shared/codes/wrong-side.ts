import type { Text } from '../language.ts';
import type { Recognised } from './index.ts';

/** Who scans: whoever watches a gate, or a visitor at a place's door. */
export type Side = 'gate' | 'visitor';

/** What went wrong when a code is none for this side of the door, and what is; undefined when it belongs there. */
export function wrongSide(found: Recognised, side: Side): Text | undefined {
	if (!found.ok) return found.isForeign ? foreign[side] : undefined;
	if (found.shows === 'gate') return side === 'gate' ? pairingAtGate : pairingAtDoor;
	if (side === 'gate') return found.shows === 'place' ? placeAtGate : undefined;
	return found.shows === 'person' ? personAtDoor : undefined;
}

const foreign: Record<Side, Text> = {
	gate: {
		vi: 'Đây không phải mã mà Vaora biết. Hãy quét mã cá nhân, thẻ căn cước hoặc thẻ bảo hiểm y tế, hay gõ số giấy tờ.',
		en: 'This is no code Vaora knows. Scan a personal code, an identity or insurance card, or type the card’s number.',
	},
	visitor: {
		vi: 'Đây không phải mã mà Vaora biết. Hãy quét mã QR trên áp phích Vaora ở cửa, hoặc gõ mã ghi dưới hình QR.',
		en: 'This is no code Vaora knows. Scan the QR code on the Vaora poster at the door, or type the code under it.',
	},
};

const placeAtGate: Text = {
	vi: 'Đây là mã của một địa điểm, không phải mã của người. Hãy quét mã cá nhân hoặc giấy tờ của người vào; áp phích thì người vào tự quét bằng điện thoại của mình.',
	en: 'This code is a place’s, not a person’s. Scan the visitor’s personal code or card; a poster is for visitors to scan with their own phone.',
};

const personAtDoor: Text = {
	vi: 'Đây là mã của một người, không phải mã của địa điểm. Hãy quét mã trên áp phích ở cửa, hoặc đưa mã này cho người kiểm soát ở cổng quét.',
	en: 'This code is a person’s, not a place’s. Scan the code on the poster at the door, or show this one to whoever watches the gate.',
};

const pairingAtGate: Text = {
	vi: 'Đây là mã ghép máy, không phải mã của người; máy này đã là máy của một cổng. Muốn chuyển máy sang cổng khác: mở Cài đặt, gỡ máy khỏi cổng này, rồi quét lại mã ghép.',
	en: 'This is a pairing code, not a person’s; this device is a gate’s already. To move it to another gate: open Settings, take it off this one, then scan the pairing code again.',
};

const pairingAtDoor: Text = {
	vi: 'Đây là mã ghép dành cho máy đứng ở cổng. Trên máy cần ghép, hãy mở trang “Cổng” (/gate) rồi quét mã này; người đến thì quét áp phích ở cửa.',
	en: 'This code makes a phone a gate’s device. Open the page “Gate” (/gate) on that phone and scan it there; visitors scan the poster at the door.',
};

/** For an old place code whose place the operator has not listed. */
export const oldPlaceUnknown: Text = {
	vi: 'Đây là mã địa điểm cũ của tokhaiyte.vn hoặc PC-Covid, hiện không còn dùng. Hãy tìm áp phích mới ở cửa, hoặc hỏi người kiểm soát.',
	en: 'This is an old place code of tokhaiyte.vn or PC-Covid, no longer in use. Look for the new poster at the door, or ask whoever watches it.',
};
