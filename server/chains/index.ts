import type { Module } from '#platform/module';
import { getChain } from './get-chain.ts';
import { getNumbers } from './get-numbers.ts';
import { getTimeline } from './get-timeline.ts';
import { listLinks } from './list-links.ts';
import { listSuggestions } from './list-suggestions.ts';
import { removeLink } from './remove-link.ts';
import { setLink } from './set-link.ts';

export { addLinks, type NewLink } from './add-links.ts';
export { Kind as LinkKind } from './link.ts';
export { getChain, getNumbers, getTimeline, listLinks, listSuggestions, removeLink, setLink };

export const chains: Module = {
	name: 'chains',
	operations: [setLink, removeLink, listLinks, listSuggestions, getChain, getTimeline, getNumbers],
};
