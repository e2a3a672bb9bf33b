import { getBatch } from '#endings';
import { askOrShow } from '#web/server/ask.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => askOrShow(event, getBatch, { batchId: event.params.batch });
