import type { Caller } from '#platform/actor';
import type { Language } from '#shared/language';

declare global {
	namespace App {
		interface Locals {
			caller: Caller;
			language: Language;
		}
		interface Error {
			message: string;
			/** What to do next. */
			detail?: string;
			code?: string;
			/** The page to go back to. */
			back?: string;
		}
	}
}
