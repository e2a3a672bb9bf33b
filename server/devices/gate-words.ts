import { reasonTexts } from '#declarations';
import { entryReasonWords } from '#shared/gate/judge-entry';

/** The words of why somebody is told what they are told at a gate. */
export const gateReasons = (codes: readonly string[]) =>
	reasonTexts(codes).map((one) => ({ ...one, ...entryReasonWords[one.code] }));
