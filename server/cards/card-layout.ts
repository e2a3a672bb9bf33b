import { type Drawing, fitText, lineHeight, type Shape, widthOf } from '#posters';
import { qrModules } from '#shared/codes/qr-code';
import { formatDay } from '#shared/language';

/** What stands on a printed card. */
export interface CardContent {
	fullName: string;
	/** The class or shift; may be empty. */
	group: string;
	placeName: string;
	/** `K7Q-F2M` */
	number: string;
	code: string;
	expiresAt: Date;
	/** The site's address in words. */
	site: string;
}

/** The size of a bank card (ISO/IEC 7810, ID-1), in millimetres. */
export const card = { width: 85.6, height: 54 };
const paper = { width: 210, height: 297 };
/** Ten to a sheet lie edge to edge, so that one cut parts two; eight leave room for blunt scissors. */
export const sheets = { '8': { rows: 4, gap: 8 }, '10': { rows: 5, gap: 0 } } as const;
export type SheetKind = keyof typeof sheets;

/** The dark modules of the code; with four modules of nothing around them, as ISO/IEC 18004 has it, it needs 36 mm. */
const codeSize = 31;
const quietModules = 4;
const head = 10;
const side = 3;

const blue = '#1a3fb0';
const ink = '#111111';
const grey = '#4a4a4a';
const white = '#ffffff';
const pale = '#dfe7ff';

export const cardsPerSheet = (kind: SheetKind): number => 2 * sheets[kind].rows;

/** Lays out a sheet of A4 with up to eight or ten cards and marks where to cut. */
export function layoutSheet(contents: readonly CardContent[], kind: SheetKind): Drawing {
	const { rows, gap } = sheets[kind];
	const left = (paper.width - 2 * card.width - gap) / 2;
	const top = (paper.height - rows * card.height - (rows - 1) * gap) / 2;
	const shapes: Shape[] = [];
	for (const [index, content] of contents.entries()) {
		const x = left + (index % 2) * (card.width + gap);
		const y = top + Math.floor(index / 2) * (card.height + gap);
		shapes.push(...layoutCard(content, { x, y }), ...cutMarks({ x, y }));
	}
	return { ...paper, title: contents[0]?.placeName ?? '', shapes };
}

interface Corner {
	x: number;
	y: number;
}

function layoutCard(content: CardContent, { x, y }: Corner): Shape[] {
	const modules = qrModules(content.code);
	const quiet = (codeSize / modules.length) * quietModules;
	const codeTop = y + head + (card.height - head - 5.5 - codeSize) / 2;
	const textX = x + codeSize + 2 * quiet;
	const room = { x: textX, width: x + card.width - side - textX };
	const name = fitted(content.fullName, {
		...room,
		y: y + head + 1.6,
		height: 14,
		size: 5.4,
		weight: 'bold',
		fill: ink,
	});
	const group = content.group
		? fitted(content.group, { ...room, y: name.end + 0.4, height: 6, size: 3.8, weight: 'regular', fill: grey })
		: { shapes: [], end: name.end };
	return [
		...layoutHead(content, { x, y }),
		{ kind: 'qr', x: x + quiet, y: codeTop, size: codeSize, modules, fill: '#000000' },
		...name.shapes,
		...group.shapes,
		...layoutNumber(content.number, { ...room, y: y + card.height - 20.5 }),
		...layoutFoot(content, { x, y: y + card.height - 5 }),
	];
}

function layoutHead({ placeName }: CardContent, { x, y }: Corner): Shape[] {
	const brand = {
		kind: 'text',
		x: x + side,
		size: 4.6,
		weight: 'bold',
		fill: white,
		text: 'vào · ra',
		y: y + 6.6,
	} as const;
	const from = x + side + widthOf(brand.text, brand) + 3;
	const room = { x: from, width: x + card.width - side - from };
	const name = { ...room, height: 8.2, size: 3.8, weight: 'bold', fill: white } as const;
	const { height } = fitText(drawable(placeName), name);
	return [
		{ kind: 'box', x, y, width: card.width, height: head, radius: 0, fill: blue },
		brand,
		...fitted(placeName, { ...name, y: y + (head - height) / 2 }).shapes,
	];
}

/** For a log on paper. */
function layoutNumber(number: string, { x, y, width }: Corner & { width: number }): Shape[] {
	const size = 6.4;
	return [
		{ kind: 'box', x, y, width, height: 14.2, radius: 1.2, fill: pale },
		...fitted('Mã số · Number', {
			x: x + 2,
			width: width - 4,
			y: y + 0.8,
			height: 4,
			size: 2.8,
			weight: 'regular',
			fill: grey,
		}).shapes,
		{ kind: 'text', x: x + 2, y: y + 11.4, size, weight: 'bold', fill: blue, text: number },
	];
}

function layoutFoot({ expiresAt, site }: CardContent, { x, y }: Corner): Shape[] {
	const until = `Dùng đến · Valid until ${formatDay(expiresAt)}`;
	const lost = `Mất thẻ? · Lost? ${site}`;
	const small = { size: 2.5, weight: 'regular' as const, fill: grey, y: y + 2.9 };
	const room = card.width - 2 * side - widthOf(until, small) - 3;
	const right = fitText(lost, { width: room, height: 3.4, weight: 'regular', size: small.size });
	const rightX = x + card.width - side - widthOf(lost, { ...small, size: right.size });
	return [
		{ kind: 'text', x: x + side, ...small, text: until },
		{ kind: 'text', ...small, x: rightX, size: right.size, text: lost },
	];
}

/** A text in its room, from `y` down, as large as fits and never cut; says where it ends. */
function fitted(
	text: string,
	box: Corner & Parameters<typeof fitText>[1] & { fill: string },
): { shapes: Shape[]; end: number } {
	const { lines, size, height } = fitText(drawable(text), box);
	const shapes = lines.map((line, index): Shape => {
		const y = box.y + size * (1 + index * lineHeight);
		return { kind: 'text', x: box.x, y, size, weight: box.weight, fill: box.fill, text: line };
	});
	return { shapes, end: box.y + height };
}

/**
 * The font has no whole letters for the short vowels of the highlands' languages (Y Blŭ, Kpă Klơ̆ng), but their mark; of a
 * b with a stroke it has nothing, and a plain b is read where a gap would not be.
 */
const drawable = (text: string): string =>
	text
		.replace(/[ĕĭŏŭ]/gi, (letter) => letter.normalize('NFD'))
		.replace(/[ƀɓɃ]/g, (letter) => (letter === 'Ƀ' ? 'B' : 'b'));

/** Short lines outside each corner: between cards that touch they are on the edge itself, where the cut goes. */
function cutMarks({ x, y }: Corner): Shape[] {
	const [length, thickness] = [3, 0.15];
	const line = (left: number, top: number, width: number, height: number): Shape => ({
		...{ kind: 'box', x: left, y: top, width, height, radius: 0, fill: '#888888' },
	});
	return [x, x + card.width].flatMap((edge) =>
		[y, y + card.height].flatMap((level) => {
			const [outX, outY] = [edge === x ? edge - length : edge, level === y ? level - length : level];
			return [
				line(outX, level - thickness / 2, length, thickness),
				line(edge - thickness / 2, outY, thickness, length),
			];
		}),
	);
}
