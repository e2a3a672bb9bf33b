// Verifies the certificate in this page's address on the phone itself: what follows the # is sent to nobody. It works
// without a network once the page was opened with one.
import { certificateWords, readCertificateCode } from '#shared/codes/certificate-code';
import { p256 } from '#shared/codes/cose';
import { formatDay, startOfDay } from '#shared/language';

const find = (name: string) => document.querySelector<HTMLElement>(`[data-${name}]`)!;
const [keys, held, refused] = [find('keys'), find('held'), find('refused')];
const language = document.documentElement.lang === 'en' ? 'en' : 'vi';

async function show(): Promise<void> {
	if (!location.hash) return;
	const { keyId, key } = JSON.parse(keys.dataset.keys!) as { keyId: string; key: JsonWebKey };
	const imported = await crypto.subtle.importKey('jwk', key, p256, false, ['verify']);
	const read = await readCertificateCode(location.hash, new Map([[keyId, imported]]));
	held.hidden = !read.ok;
	refused.hidden = read.ok;
	if (!read.ok) {
		refused.textContent = certificateWords[read.reason][language];
		return;
	}
	const { fullName, birthYear, fromOn, completedOn, decidedBy, decisionNumber, issuedAt, certificateId } = read.claims;
	const said: Record<string, string> = {
		...{ fullName, birthYear: birthYear ? String(birthYear) : '–', decidedBy, decisionNumber, certificateId },
		...{ fromOn: formatDay(startOfDay(fromOn)), completedOn: formatDay(startOfDay(completedOn)) },
		issuedAt: formatDay(issuedAt),
	};
	for (const field of held.querySelectorAll<HTMLElement>('[data-said]')) field.textContent = said[field.dataset.said!]!;
}

void show();
addEventListener('hashchange', show);
if ('serviceWorker' in navigator) void navigator.serviceWorker.register('/verify/offline.js');
