import { type Drawing, Letter } from '#posters';
import { qrModules } from '#shared/codes/qr-code';

/** What stands on the certificate. */
export interface CertificateContent {
	title: string;
	lines: readonly string[];
	authority: string;
	/** `Số 123…`, and the day it was issued. */
	number: string;
	issuedOn: string;
	/** The address of the page that verifies it, with what is signed. */
	code: string;
	/** Where it is verified, in words. */
	site: string;
	isSample: boolean;
}

const grey = '#4a4a4a';
const codeSize = 46;

/** Lays out the certificate on A4 as Vietnamese offices do (NĐ 30/2020): the state, the office, title, text, code. */
export function layoutCertificate(content: CertificateContent): Drawing[] {
	const letter = new Letter(content.title);
	letter.head(content);
	letter.top = 66;
	letter.paragraph(content.title, { size: 6.2, weight: 'bold', align: 'centre' });
	letter.top += 6;
	for (const line of content.lines) {
		if (line.trim()) letter.paragraph(line, { size: 4.6 });
		else letter.top += 3;
		letter.top += 1.2;
	}
	layoutFoot(letter, content);
	return letter.drawings();
}

function layoutFoot(letter: Letter, { code, site, isSample }: CertificateContent): void {
	const top = Letter.height - Letter.margin - codeSize - 8;
	// A long text leaves the code a page of its own.
	if (letter.top > top) letter.keepTogether(Letter.height);
	letter.shapes.push({
		kind: 'qr',
		x: Letter.margin,
		y: top,
		size: codeSize,
		modules: qrModules(code, 'low'),
		fill: '#000000',
	});
	letter.top = top;
	const beside = { left: Letter.margin + codeSize + 8, width: Letter.room - codeSize - 8 };
	letter.paragraph('Kiểm tra giấy này', { size: 4.4, weight: 'bold', ...beside });
	letter.paragraph(
		`Quét mã bằng camera điện thoại, hoặc mở ${site}. Chữ ký được kiểm tra ngay trên điện thoại; nội dung không gửi đi đâu.`,
		{
			...{ size: 3.8, ...beside },
		},
	);
	letter.top += 2;
	letter.paragraph('To verify: scan the code with a phone. The signature is checked on the phone itself.', {
		...{ size: 3.4, fill: grey, ...beside },
	});
	if (isSample)
		letter.footnote('Lời văn mẫu, chưa phải biểu mẫu chính thức · Sample wording, not the official form', {
			...{ size: 3.2, fill: grey, align: 'centre' },
		});
}
