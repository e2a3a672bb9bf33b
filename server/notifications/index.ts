import type { Module } from '#platform/module';
import { listOutbox } from './list-outbox.ts';

export { type Delivery, deliver, type Parcel } from './deliver.ts';
export { openSmsSender } from './sms.ts';
export { listOutbox };

export const notifications: Module = { name: 'notifications', operations: [listOutbox] };
