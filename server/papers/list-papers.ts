import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { Form, formsOf, readTemplates } from './form.ts';
import { selectOrder, selectSteps } from './queries.ts';
import { officerOfOrder } from './reach.ts';
import { asGiven } from './read-facts.ts';

export const listPapers = operation({
	name: 'papers.list-papers',
	summary: {
		vi: 'Những quyết định, thông báo in được cho một lệnh cách ly',
		en: 'Which decisions and notices can be printed for an order',
	},
	who: officerOfOrder,
	input: Type.Object({ orderId: Id }, { additionalProperties: false }),
	output: Type.Object({
		papers: Type.Array(Type.Object({ form: Form, title: Type.String(), isConfirmed: Type.Boolean() })),
	}),
	personal: 'none',
	run: async ({ db }, { orderId }) => {
		const order = await db.find(selectOrder(orderId));
		if (!order) throw new Problem('not-found', { field: 'orderId' });
		const steps = await db.rows(selectSteps(order.person_id, orderId));
		const has = (kind: string) => steps.some((step) => step.kind === kind);
		const done = { isExtended: has('extended'), isTransferred: has('transferred') };
		const templates = await readTemplates(db);
		const forms = order.is_hold ? [] : formsOf(asGiven(order, steps).kind, done);
		return {
			papers: forms.flatMap((form) => {
				const template = templates.find((one) => one.form === form);
				return template ? [{ form, title: template.title, isConfirmed: template.isConfirmed }] : [];
			}),
		};
	},
});
