import { countOpenSightings } from '#web/server/sightings.ts';
import type { RequestHandler } from './$types';

/** How many sightings wait, for the number in the bar of a page that stays open. */
export const GET: RequestHandler = async (event) => Response.json({ open: (await countOpenSightings(event)) ?? 0 });
