import type { Module } from '#platform/module';
import { getMine } from './get-mine.ts';
import { jobs } from './jobs.ts';
import { subscribe } from './subscribe.ts';
import { unsubscribe } from './unsubscribe.ts';

export { listPushable, type PushDelivery, type Pushed, pushMessages } from './push-messages.ts';
export { getMine, subscribe, unsubscribe };

export const push: Module = { name: 'push', operations: [getMine, subscribe, unsubscribe], jobs };
