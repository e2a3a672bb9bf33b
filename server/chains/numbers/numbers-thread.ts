import { answerQuestions } from '#platform/thread';
import { countNumbers, type Numbers } from './count.ts';
import type { NumbersQuestion } from './question.ts';

answerQuestions<NumbersQuestion, Numbers>(async (question) => countNumbers(question));
