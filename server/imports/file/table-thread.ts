import { answerQuestions } from '#platform/thread';
import { readTable, type TableReading } from './read-table.ts';

answerQuestions<Uint8Array, TableReading>(readTable);
