import type { Text } from '../language.ts';
import type { Recognised } from './index.ts';

/** What to tell whoever watches a gate of a code that is no person's; undefined for a person's. */
export function wrongAtGate(found: Recognised): Text | undefined {
	if (!found.ok) return found.isForeign ? foreign : undefined;
	if (found.shows === 'gate') return pairing;
	return found.shows === 'place' ? place : undefined;
}

const foreign: Text = {
	vi: 'Đây không phải mã mà Vaora biết. Hãy quét mã cá nhân, thẻ căn cước hoặc thẻ bảo hiểm y tế, hay gõ số giấy tờ.',
	en: 'This is no code Vaora knows. Scan a personal code, an identity or insurance card, or type the card’s number.',
};

const place: Text = {
	vi: 'Đây là mã của một địa điểm, không phải mã của người. Hãy quét mã cá nhân hoặc giấy tờ của người vào; áp phích thì người vào tự quét bằng điện thoại của mình.',
	en: 'This code is a place’s, not a person’s. Scan the visitor’s personal code or card; a poster is for visitors to scan with their own phone.',
};

const pairing: Text = {
	vi: 'Đây là mã ghép máy, không phải mã của người; máy này đã là máy của một cổng. Muốn chuyển máy sang cổng khác: mở Cài đặt, gỡ máy khỏi cổng này, rồi quét lại mã ghép.',
	en: 'This is a pairing code, not a person’s; this device is a gate’s already. To move it to another gate: open Settings, take it off this one, then scan the pairing code again.',
};
