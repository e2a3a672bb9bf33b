import { readPairingUrl } from '#shared/codes/pairing-code';
import type { Text } from '#shared/language';

/** The pairing code in the page's address, as a phone's own scanner opens it; as it was typed where it is none. */
export function codeInAddress(): string | undefined {
	return readPairingUrl(location.href) ?? /^#pair=(.*)/.exec(location.hash)?.[1];
}

/** A code works once, and is nobody's to read in the address afterwards. */
export const forgetCodeInAddress = (): void =>
	history.replaceState(history.state, '', location.pathname + location.search);

export const notPairing: Text = {
	vi: 'Đây không phải mã ghép. Mã ghép là mã QR trên màn hình của người quản lý, ở trang “Máy ở cổng”.',
	en: 'This is not a pairing code. That is the QR code on the manager’s screen, on the page “Gate devices”.',
};
