// Whoever signs out leaves no code on the phone.
import { forgetAll } from './kept-code.ts';

forgetAll();
