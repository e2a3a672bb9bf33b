import PDFDocument from 'pdfkit';
import { fontFiles } from './fonts.ts';
import { type Drawing, qrBars, type Shape } from './shape.ts';

const pointsPerMillimetre = 72 / 25.4;

/** The drawing as a PDF of its exact size. */
export async function drawPdf(drawing: Drawing, at: Date): Promise<Buffer> {
	const pdf = new Pdf(drawing.title, at);
	pdf.add(drawing);
	return pdf.end();
}

/** A PDF that grows page by page. Text stays text: it can be searched, copied and read aloud. */
export class Pdf {
	readonly #document: PDFKit.PDFDocument;
	readonly #chunks: Buffer[] = [];

	constructor(title: string, at: Date) {
		this.#document = new PDFDocument({
			autoFirstPage: false,
			lang: 'vi',
			displayTitle: true,
			info: { Title: title, Creator: 'Vaora', CreationDate: at },
		});
		this.#document.registerFont('regular', fontFiles.regular).registerFont('bold', fontFiles.bold);
		this.#document.on('data', (chunk: Buffer) => this.#chunks.push(chunk));
	}

	add({ width, height, shapes }: Drawing): void {
		this.#document.addPage({ size: [width * pointsPerMillimetre, height * pointsPerMillimetre], margin: 0 });
		this.#document.scale(pointsPerMillimetre);
		for (const shape of shapes) draw(this.#document, shape);
	}

	/** The whole file. */
	end(): Promise<Buffer> {
		return new Promise((resolve, reject) => {
			this.#document.on('end', () => resolve(Buffer.concat(this.#chunks)));
			this.#document.on('error', reject);
			this.#document.end();
		});
	}
}

function draw(document: PDFKit.PDFDocument, shape: Shape): void {
	document.fillColor(shape.fill);
	if (shape.kind === 'box') document.roundedRect(shape.x, shape.y, shape.width, shape.height, shape.radius).fill();
	else if (shape.kind === 'qr') {
		// Five times faster than a path, which pdfkit reads letter by letter.
		for (const { x, y, width, height } of qrBars(shape)) document.rect(x, y, width, height);
		document.fill();
	} else {
		document.font(shape.weight).fontSize(shape.size);
		document.text(shape.text, shape.x, shape.y, { lineBreak: false, baseline: 'alphabetic' });
	}
}
