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

/**
 * A PDF that grows page by page; what is finished can be taken out at any time, so thousands of pages need no more
 * memory than one. The letters used are embedded once, at the end. Text stays text: it can be searched, copied and read
 * aloud.
 */
export class Pdf {
	readonly #document: PDFKit.PDFDocument;
	#chunks: Buffer[] = [];

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
		const before = this.#document.page as PDFKit.PDFPage | null;
		this.#document.addPage({ size: [width * pointsPerMillimetre, height * pointsPerMillimetre], margin: 0 });
		// The page before is written; the list of pages needs no more than its number.
		if (before) Object.assign(before.dictionary, { data: {} });
		this.#document.scale(pointsPerMillimetre);
		for (const shape of shapes) draw(this.#document, shape);
	}

	/** What was finished since the last time. */
	take(): Buffer {
		const finished = Buffer.concat(this.#chunks);
		this.#chunks = [];
		return finished;
	}

	/** The rest of the file. */
	end(): Promise<Buffer> {
		return new Promise((resolve, reject) => {
			this.#document.on('end', () => resolve(this.take()));
			this.#document.on('error', reject);
			this.#document.end();
		});
	}
}

function draw(document: PDFKit.PDFDocument, shape: Shape): void {
	if (shape.kind === 'turned') {
		document.save().rotate(180, { origin: [shape.x, shape.y] });
		for (const one of shape.shapes) draw(document, one);
		document.restore();
		return;
	}
	document.fillColor(shape.fill);
	if (shape.kind === 'box') {
		const { x, y, width, height, radius } = shape;
		if (radius) document.roundedRect(x, y, width, height, radius).fill();
		else document.rect(x, y, width, height).fill();
	} else if (shape.kind === 'qr') {
		// Five times faster than a path, which pdfkit reads letter by letter.
		for (const { x, y, width, height } of qrBars(shape)) document.rect(x, y, width, height);
		document.fill();
	} else {
		document.font(shape.weight).fontSize(shape.size);
		document.text(shape.text, shape.x, shape.y, { lineBreak: false, baseline: 'alphabetic' });
	}
}
