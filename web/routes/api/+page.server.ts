import { operations } from '#server/modules';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
	modules: Object.entries(Object.groupBy(operations.values(), (operation) => operation.name.split('.')[0]!)).map(
		([name, list = []]) => ({
			name,
			operations: list.map(({ name: full, summary, who, personal, input, output }) => ({
				...{ name: full, summary, who: who.words, isAudited: personal !== 'none' },
				...{ input: JSON.stringify(input, undefined, 2), output: JSON.stringify(output, undefined, 2) },
			})),
		}),
	),
});
