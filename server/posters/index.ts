import type { Module } from '#platform/module';
import { cancelPrint } from './cancel-print.ts';
import { getPrint } from './get-print.ts';
import { getPrintPart } from './get-print-part.ts';
import { jobs } from './jobs.ts';
import { listPrints } from './list-prints.ts';
import { makePoster } from './make-poster.ts';
import { orderPrint } from './order-print.ts';

export { drawPages } from './draw-pages.ts';
export { fitText, lineHeight } from './drawing/fit-text.ts';
export { widthOf } from './drawing/fonts.ts';
export { type FormatName, formatNames, formats } from './drawing/formats.ts';
export { Letter } from './drawing/letter.ts';
export type { Drawing, Shape } from './drawing/shape.ts';
export { cancelPrint, getPrint, getPrintPart, listPrints, makePoster, orderPrint };

export const posters: Module = {
	name: 'posters',
	operations: [makePoster, orderPrint, getPrint, listPrints, cancelPrint, getPrintPart],
	jobs,
};
