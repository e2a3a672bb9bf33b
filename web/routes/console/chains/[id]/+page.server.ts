import { getChain } from '#chains';
import { listDiseases } from '#diseases';
import { findWithin } from '#shared/epi/neighbours';
import { ask, askOrShow } from '#web/server/ask.ts';
import type { PageServerLoad } from './$types';

const layouts = ['generations', 'time', 'areas'] as const;
const kinds = ['confirmed', 'probable', 'possible'] as const;

export const load: PageServerLoad = async (event) => {
	const { searchParams } = event.url;
	const atLeast = kinds.find((kind) => kind === searchParams.get('atLeast')) ?? 'possible';
	const layout = layouts.find((one) => one === searchParams.get('layout')) ?? 'generations';
	const withOutlines = layout === 'areas';
	const chain = await askOrShow(event, getChain, { caseId: event.params.id, atLeast, withOutlines });
	const { diseases } = await ask(event, listDiseases, {});
	const near = ['1', '2'].find((steps) => steps === searchParams.get('near')) ?? '';
	return {
		chain: near ? keepNear(chain, event.params.id, Number(near)) : chain,
		whole: chain.nodes.length,
		...{ atLeast, near },
		layout,
		by: searchParams.get('by') === 'week' ? ('week' as const) : ('day' as const),
		focus: event.params.id,
		diseaseName: diseases.find(({ disease }) => disease === chain.disease)?.name ?? { vi: '', en: '' },
	};
};

/** Only the cases so many steps from the chosen one, and the links among them. */
function keepNear<Chain extends { nodes: { caseId?: string }[]; links: { from: number; to: number }[] }>(
	chain: Chain,
	focus: string,
	steps: number,
): Chain {
	const { nodes, links } = chain;
	const ends = {
		infectors: Int32Array.from(links, ({ from }) => from),
		infectees: Int32Array.from(links, ({ to }) => to),
	};
	const start = nodes.findIndex(({ caseId }) => caseId === focus);
	const kept = [...findWithin(start, steps, nodes.length, ends).keys()];
	const placeOf = new Map(kept.map((index, place) => [index, place]));
	const moved = links.flatMap((link) => {
		const [from, to] = [placeOf.get(link.from), placeOf.get(link.to)];
		return from === undefined || to === undefined ? [] : [{ ...link, from, to }];
	});
	return { ...chain, nodes: kept.map((index) => nodes[index]!), links: moved };
}
