import { type Drawing, fitText, lineHeight, type Shape, widthOf } from '#posters';
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

const paper = { width: 210, height: 297 };
const margin = 25;
const room = paper.width - 2 * margin;
const ink = '#111111';
const grey = '#4a4a4a';
const codeSize = 46;

/** Lays out the certificate on A4 as Vietnamese offices do (NĐ 30/2020): the state, the office, title, text, code. */
export function layoutCertificate(content: CertificateContent): Drawing {
	const page = new Page();
	layoutHead(page, content);
	page.top = 66;
	page.paragraph(content.title, { size: 6.2, weight: 'bold', align: 'centre' });
	page.top += 6;
	for (const line of content.lines) {
		if (line.trim()) page.paragraph(line, { size: 4.6 });
		else page.top += 3;
		page.top += 1.2;
	}
	layoutFoot(page, content);
	return { ...paper, title: content.title, shapes: page.shapes };
}

function layoutHead(page: Page, { authority, number, issuedOn }: CertificateContent): void {
	const half = room / 2;
	page.paragraph(authority, { size: 4, weight: 'bold', align: 'centre', width: half - 4, left: margin });
	page.paragraph(number, { size: 3.4, align: 'centre', width: half - 4, left: margin });
	page.top = margin;
	const right = { align: 'centre', width: half + 4, left: margin + half - 4 } as const;
	page.paragraph('CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: 3.6, weight: 'bold', ...right });
	page.paragraph('Độc lập – Tự do – Hạnh phúc', { size: 4, weight: 'bold', ...right });
	page.paragraph(issuedOn, { size: 3.6, ...right });
}

function layoutFoot(page: Page, { code, site, isSample }: CertificateContent): void {
	const top = paper.height - margin - codeSize - 8;
	page.shapes.push({ kind: 'qr', x: margin, y: top, size: codeSize, modules: qrModules(code, 'low'), fill: '#000000' });
	page.top = top;
	const beside = { left: margin + codeSize + 8, width: room - codeSize - 8 };
	page.paragraph('Kiểm tra giấy này', { size: 4.4, weight: 'bold', ...beside });
	page.paragraph(
		`Quét mã bằng camera điện thoại, hoặc mở ${site}. Chữ ký được kiểm tra ngay trên điện thoại; nội dung không gửi đi đâu.`,
		{
			...{ size: 3.8, ...beside },
		},
	);
	page.top += 2;
	page.paragraph('To verify: scan the code with a phone. The signature is checked on the phone itself.', {
		...{ size: 3.4, fill: grey, ...beside },
	});
	if (!isSample) return;
	page.top = paper.height - 16;
	page.paragraph('Lời văn mẫu, chưa phải biểu mẫu chính thức · Sample wording, not the official form', {
		...{ size: 3.2, fill: grey, align: 'centre' },
	});
}

interface Look {
	size: number;
	weight?: 'regular' | 'bold';
	align?: 'left' | 'centre';
	fill?: string;
	left?: number;
	width?: number;
}

/** Paragraphs one below the other. */
class Page {
	readonly shapes: Shape[] = [];
	top = margin;

	paragraph(text: string, { size, weight = 'regular', align = 'left', fill = ink, left = margin, width = room }: Look) {
		const fitted = fitText(text, { width, height: 60, weight, size });
		for (const [index, line] of fitted.lines.entries()) {
			const slack = width - widthOf(line, { weight, size: fitted.size });
			const x = left + (align === 'centre' ? slack / 2 : 0);
			const y = this.top + fitted.size * (1 + index * lineHeight);
			this.shapes.push({ kind: 'text', x, y, size: fitted.size, weight, fill, text: line });
		}
		this.top += fitted.height;
	}
}
