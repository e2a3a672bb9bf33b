// Verifies the certificate in this page's address on the phone itself: what follows the # is sent to nobody. It works
// without a network once the page was opened with one; with one it also asks, by the paper's random number alone, whether
// it was taken back.
import { certificateWords, readCertificateCode } from '#shared/codes/certificate-code';
import { p256 } from '#shared/codes/cose';
import { formatDay, startOfDay } from '#shared/language';

const find = (name: string) => document.querySelector<HTMLElement>(`[data-${name}]`)!;
const [keys, held, refused, unasked] = [find('keys'), find('held'), find('refused'), find('unasked')];
const language = document.documentElement.lang === 'en' ? 'en' : 'vi';

async function show(): Promise<void> {
	if (!location.hash) return;
	const { keyId, key } = JSON.parse(keys.dataset.keys!) as { keyId: string; key: JsonWebKey };
	const imported = await crypto.subtle.importKey('jwk', key, p256, false, ['verify']);
	const read = await readCertificateCode(location.hash, new Map([[keyId, imported]]), new Date());
	const isRevoked = read.ok ? await askRevoked(read.claims.certificateId) : undefined;
	held.hidden = !read.ok || isRevoked === true;
	refused.hidden = !held.hidden;
	unasked.hidden = held.hidden || isRevoked !== undefined;
	if (!read.ok || isRevoked) {
		refused.textContent = certificateWords[read.ok ? 'revoked' : read.reason][language];
		return;
	}
	const { fullName, birthYear, fromOn, completedOn, decidedBy, decisionNumber, issuedAt, certificateId, expiresOn } =
		read.claims;
	const said: Record<string, string> = {
		...{ fullName, birthYear: birthYear ? String(birthYear) : '–', decidedBy, decisionNumber, certificateId },
		...{ fromOn: formatDay(startOfDay(fromOn)), completedOn: formatDay(startOfDay(completedOn)) },
		issuedAt: formatDay(issuedAt),
		expiresOn: expiresOn ? formatDay(startOfDay(expiresOn)) : '–',
	};
	for (const field of held.querySelectorAll<HTMLElement>('[data-said]')) field.textContent = said[field.dataset.said!]!;
}

/** Asks by the random number of the paper alone; undefined without a network. */
async function askRevoked(certificateId: string): Promise<boolean | undefined> {
	try {
		const answer = await fetch('/api/v1/certificates.check-certificate', {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ certificateId }),
			signal: AbortSignal.timeout(5_000),
		});
		return answer.ok ? ((await answer.json()) as { isRevoked: boolean }).isRevoked : undefined;
	} catch {
		return undefined;
	}
}

void show();
addEventListener('hashchange', show);
if ('serviceWorker' in navigator) void navigator.serviceWorker.register('/verify/offline.js');
