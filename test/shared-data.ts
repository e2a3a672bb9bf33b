import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../shared/data');

/** The path of published vectors and specifications' examples beside the project; tests without them are left out. */
export const sharedData = (path: string): string => join(folder, path);

export const hasSharedData = (path: string): boolean => existsSync(sharedData(path));

export const readSharedJson = (path: string) => JSON.parse(readFileSync(sharedData(path), 'utf8'));
