import { answerQuestions } from '#platform/thread';
import { readSheet, type SheetReading } from './read-sheet.ts';

answerQuestions<Uint8Array, SheetReading>(readSheet);
