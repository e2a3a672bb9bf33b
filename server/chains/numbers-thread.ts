import { answerQuestions } from '#platform/thread';
import { countNumbers, type Numbers } from './numbers.ts';
import type { NumbersQuestion } from './numbers-question.ts';

answerQuestions<NumbersQuestion, Numbers>(async (question) => countNumbers(question));
