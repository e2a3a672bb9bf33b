import type { Format } from './format.ts';
import { readPlaceCode } from './place-code.ts';

/** What the QR on the manager's screen says. What follows # never reaches a server or its logs. */
export const pairingUrl = (origin: string, code: string): string => `${origin}/gate#pair=${code}`;

/** The code in the address of a pairing QR, whichever site it is of; letters alone look like a place's code. */
export function readPairingUrl(text: string): string | undefined {
	const written = address.exec(text.trim())?.[1];
	return written === undefined ? undefined : readPlaceCode(written);
}

const address = /^https?:\/\/[^/?#]+\/gate\/?(?:\?[^#]*)?#pair=(.*)$/i;

export const pairingCode: Format<'pairing', string> = {
	name: 'pairing',
	title: { vi: 'Mã ghép máy ở cổng', en: 'Pairing code of a gate’s device' },
	shows: 'gate',
	recognises: (text) => address.test(text.trim()),
	parse: readPairingUrl,
};
