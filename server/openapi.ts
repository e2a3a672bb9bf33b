import type { Operation } from '#platform/operation';
import { problems } from '#shared/problems';

/** The OpenAPI 3.1 document. An operation's schemas are the ones that validate it, so it cannot be out of date. */
export function describeApi(operations: ReadonlyMap<string, Operation>, origin: string) {
	return {
		openapi: '3.1.0',
		info: {
			title: 'Vaora',
			version: '1',
			description:
				'Every operation is a POST with a JSON body. Sign in with `Authorization: Bearer <session token or API key>`. ' +
				'Whatever cannot be done is answered as application/problem+json (RFC 9457) in Vietnamese and English.',
			license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
		},
		servers: [{ url: origin }],
		tags: [...new Set([...operations.values()].map(moduleOf))].map((name) => ({ name })),
		paths: Object.fromEntries([...operations.values()].map((one) => [`/api/v1/${one.name}`, { post: describe(one) }])),
		components: {
			securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
			schemas: { Problem: problemSchema },
			responses: {
				Problem: {
					description: 'What cannot be done, and what to do next',
					content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
				},
			},
		},
	};
}

const moduleOf = (operation: Operation) => operation.name.split('.')[0]!;

function describe(operation: Operation) {
	const isOpen = operation.who.words === 'anyone';
	return {
		operationId: operation.name,
		tags: [moduleOf(operation)],
		summary: operation.summary.en,
		description: `${operation.summary.vi}\n\nWho: ${operation.who.words}.${operation.personal === 'none' ? '' : ' Leaves an audit entry.'}`,
		security: isOpen ? [] : [{ bearer: [] }],
		requestBody: { required: true, content: { 'application/json': { schema: operation.input } } },
		responses: {
			200: { description: 'Done', content: { 'application/json': { schema: operation.output } } },
			default: { $ref: '#/components/responses/Problem' },
		},
	};
}

const text = { type: 'string' };
const problemSchema = {
	type: 'object',
	required: ['type', 'code', 'status', 'title', 'detail', 'titleEn', 'detailEn'],
	properties: {
		type: text,
		code: { type: 'string', enum: Object.keys(problems) },
		status: { type: 'integer' },
		title: text,
		detail: text,
		titleEn: text,
		detailEn: text,
		field: text,
		fields: { type: 'array', items: { type: 'object', properties: { field: text } } },
		retryAfterSeconds: { type: 'integer' },
		instance: text,
	},
};
