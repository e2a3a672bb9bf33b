import { answerQuestions } from '#platform/thread';
import type { Kind } from './kinds.ts';
import { readTable, type TableReading } from './read-table.ts';

answerQuestions<{ content: Uint8Array; kind: Kind }, TableReading>(({ content, kind }) => readTable(content, kind));
