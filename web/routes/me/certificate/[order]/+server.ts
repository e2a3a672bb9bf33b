import { certificateResponse } from '#web/server/certificate.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => certificateResponse(event, event.params.order);
