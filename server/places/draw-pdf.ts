import PDFDocument from 'pdfkit';
import { fontFiles } from './fonts.ts';
import { type Drawing, qrPath, type Shape } from './shape.ts';

const pointsPerMillimetre = 72 / 25.4;

/** The drawing as a PDF of its exact size. Text stays text: it can be searched, copied and read aloud. */
export async function drawPdf(drawing: Drawing, at: Date): Promise<Buffer> {
	const document = new PDFDocument({
		size: [drawing.width * pointsPerMillimetre, drawing.height * pointsPerMillimetre],
		margin: 0,
		lang: 'vi',
		displayTitle: true,
		info: { Title: drawing.title, Creator: 'Vaora', CreationDate: at },
	});
	const chunks: Buffer[] = [];
	const ended = new Promise<Buffer>((resolve, reject) => {
		document.on('data', (chunk: Buffer) => chunks.push(chunk));
		document.on('end', () => resolve(Buffer.concat(chunks)));
		document.on('error', reject);
	});
	document.registerFont('regular', fontFiles.regular).registerFont('bold', fontFiles.bold);
	for (const shape of drawing.shapes) draw(document, shape);
	document.end();
	return ended;
}

function draw(document: PDFKit.PDFDocument, shape: Shape): void {
	document.save().scale(pointsPerMillimetre).fillColor(shape.fill);
	if (shape.kind === 'box') document.roundedRect(shape.x, shape.y, shape.width, shape.height, shape.radius).fill();
	else if (shape.kind === 'qr') document.path(qrPath(shape)).fill();
	else {
		document.font(shape.weight).fontSize(shape.size);
		document.text(shape.text, shape.x, shape.y, { lineBreak: false, baseline: 'alphabetic' });
	}
	document.restore();
}
