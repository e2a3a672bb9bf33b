import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { drawPages } from '#posters';
import { safeFileName } from '#shared/text/csv';
import { Form, getTemplate } from './form.ts';
import { layOut } from './lay-out.ts';
import { selectOrder } from './queries.ts';
import { officerOfOrder } from './reach.ts';
import { readFacts } from './read-facts.ts';

export const makePaper = operation({
	name: 'papers.make-paper',
	summary: {
		vi: 'In một quyết định hoặc thông báo cách ly (Mẫu 02–09 Phụ lục IV) dạng PDF, điền sẵn những gì đã biết',
		en: 'A decision or notice of isolation as a PDF on A4, filled in with what is known',
	},
	who: officerOfOrder,
	input: Type.Object({ orderId: Id, form: Form }, { additionalProperties: false }),
	output: Type.Object({
		base64: Type.String({ description: 'application/pdf' }),
		fileName: Type.String(),
		isConfirmed: Type.Boolean({ description: 'Else the paper says that its wording is not' }),
	}),
	personal: 'reads',
	purpose: () => 'In quyết định, thông báo cách ly · Printing decisions and notices of isolation',
	limits: [{ what: 'orderId', by: ({ orderId }) => orderId, limit: { count: 60, seconds: 3_600 } }],
	run: async ({ db, now, platform: { keys }, about }, { orderId, form }) => {
		const order = await db.find(selectOrder(orderId));
		if (!order) throw new Problem('not-found', { field: 'orderId' });
		about(order.person_id);
		if (order.is_hold) throw new Problem('not-found', { field: 'form' });
		const template = await getTemplate(db, form);
		const drawings = layOut(template, await readFacts({ db, keys, now }, order, form));
		const file = await drawPages({ title: drawings[0]!.title, pages: drawings, at: now });
		return {
			base64: file.toString('base64'),
			fileName: safeFileName(`${form} ${orderId}`, 'pdf'),
			isConfirmed: template.isConfirmed,
		};
	},
});
