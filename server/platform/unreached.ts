const codes = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT'];

/** Whether a request failed before anybody stood at the address: nothing was handed over, and it may be sent again. */
export const isUnreached = (error: unknown): boolean =>
	codes.includes((error as { cause?: { code?: string } }).cause?.code ?? '');
