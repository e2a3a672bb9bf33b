// What a form gains where JavaScript runs: questions appear when they are due, faults are told before sending, what was
// typed survives a closed page and a lost network. Without it every form works all the same.
import { isAsked } from './asked.ts';
import { dropDraft, keepDraft, readDraft } from './draft.ts';

const isVietnamese = document.documentElement.lang === 'vi';
const t = (vi: string, en: string) => (isVietnamese ? vi : en);
document.documentElement.classList.add('js');
start();
performance.mark('ready');

/** Once for the page, and again for each answer of the server that takes the form's place. */
function start() {
	document.querySelector<HTMLElement>('#faults')?.focus();
	const form = document.querySelector<HTMLFormElement>('form[data-form]');
	if (!form) return;
	form.noValidate = true;
	void restore(form);
	showWhatIsAsked(form);
	let saving = 0;
	form.addEventListener('input', ({ target }) => {
		keepExclusive(form, target as HTMLInputElement);
		showWhatIsAsked(form);
		clearTimeout(saving);
		saving = window.setTimeout(() => keepDraft(form), 300);
	});
	const province = form.querySelector<HTMLSelectElement>('#province');
	province?.addEventListener('change', () => void listCommunes(province));
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		const faults = findFaults(form);
		if (faults.length) tell(form, faults);
		else void send(form, event.submitter as HTMLButtonElement | null);
	});
}

function showWhatIsAsked(form: HTMLFormElement) {
	const given = new FormData(form);
	for (const part of form.querySelectorAll<HTMLElement>('[data-when]')) {
		part.hidden = !isAsked(JSON.parse(part.dataset.when!), (name) => given.getAll(name).filter(Boolean) as string[]);
		// What is not asked counts as not answered, for the questions after it.
		if (part.hidden) for (const { name } of inputsOf(part)) given.delete(name);
	}
}

function inputsOf(part: HTMLElement): HTMLInputElement[] {
	return [...part.querySelectorAll<HTMLInputElement>('input,select,textarea')];
}

/** "None of these" and the others rule each other out. */
function keepExclusive(form: HTMLFormElement, changed: HTMLInputElement) {
	if (changed.type !== 'checkbox' || !changed.checked) return;
	for (const box of form.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(changed.name)}"]`))
		if ('only' in changed.dataset !== 'only' in box.dataset) box.checked = false;
}

async function listCommunes(province: HTMLSelectElement) {
	const commune = document.querySelector<HTMLSelectElement>('#commune')!;
	commune.length = 1;
	if (!province.value) return;
	const response = await fetch(`/communes?province=${province.value}`).catch(() => undefined);
	const communes = response?.ok ? await response.json() : [];
	// Whoever chose another province meanwhile waits for that one's.
	commune.length = 1;
	for (const { value, label } of communes) commune.add(new Option(label, value));
}

interface Fault {
	/** What the summary leads to. */
	id: string;
	text: string;
	part?: HTMLElement;
}

function findFaults(form: HTMLFormElement): Fault[] {
	return [...form.querySelectorAll<HTMLElement>('.f')].flatMap((part) => {
		const inputs = inputsOf(part);
		const [first] = inputs;
		if (part.hidden || !first || !isFaulty(part, inputs)) return [];
		const label = part.querySelector('label,legend')?.textContent.trim();
		const isChoice = first.matches('select,[type=radio],[type=checkbox]');
		const wanted = isChoice ? t('Hãy chọn', 'Choose') : t('Hãy điền', 'Fill in');
		return [{ id: first.id, text: part.dataset.error ?? `${wanted}: ${label}`, part }];
	});
}

function isFaulty(part: HTMLElement, inputs: HTMLInputElement[]): boolean {
	const isAnswered = inputs.some((input) => (/radio|checkbox/.test(input.type) ? input.checked : input.value.trim()));
	if (!isAnswered && 'must' in part.dataset) return true;
	return inputs.some(({ value, dataset: { min, max }, validity }) => {
		const isOutside = min !== undefined && max !== undefined && !(+value >= +min && +value <= +max);
		return !validity.valid || (value !== '' && isOutside);
	});
}

function tell(form: HTMLFormElement, faults: Fault[]) {
	for (const old of document.querySelectorAll('#faults,.m')) old.remove();
	for (const old of form.querySelectorAll('.e')) old.classList.remove('e');
	for (const old of form.querySelectorAll('[aria-invalid]')) old.removeAttribute('aria-invalid');
	const list = document.createElement('ul');
	for (const { id, text, part } of faults) {
		const item = list.appendChild(document.createElement('li'));
		item.append(Object.assign(element('a', text), { href: `#${id}` }));
		if (part) mark(part, id, text);
	}
	const summary = Object.assign(document.createElement('div'), { className: 'sum', id: 'faults', tabIndex: -1 });
	summary.setAttribute('role', 'alert');
	summary.append(element('h2', t('Có chỗ cần sửa', 'There is a problem')), list);
	document.querySelector('main')!.prepend(summary);
	summary.focus();
	document.title = `${t('Lỗi', 'Error')}: ${document.title.replace(/^(Lỗi|Error): /, '')}`;
}

function mark(part: HTMLElement, id: string, text: string) {
	part.classList.add('e');
	const note = Object.assign(element('p', text), { className: 'm', id: `wrong-${id}` });
	const above = part.querySelector('.hint') ?? part.querySelector('label:not(.o),legend');
	if (above) above.after(note);
	else part.prepend(note);
	const described = part.matches('fieldset') ? part : part.querySelector(`#${CSS.escape(id)}`)!;
	const hint = part.querySelector('.hint')?.id;
	described.setAttribute('aria-describedby', [hint, note.id].filter(Boolean).join(' '));
	if (described !== part) described.setAttribute('aria-invalid', 'true');
}

function element(name: string, text: string): HTMLElement {
	return Object.assign(document.createElement(name), { textContent: text });
}

/** Sent by hand, so that a lost network leaves the page and all that was typed as it is. */
async function send(form: HTMLFormElement, pressed: HTMLButtonElement | null) {
	const button = pressed ?? form.querySelector<HTMLButtonElement>('button.big')!;
	const body = new URLSearchParams([...new FormData(form)] as [string, string][]);
	if (pressed?.name) body.set(pressed.name, pressed.value);
	const headers = { accept: 'text/html', 'x-vaora-script': '1' };
	button.disabled = true;
	keepDraft(form);
	try {
		const response = await fetch(pressed?.getAttribute('formaction') ?? form.action, { method: 'POST', body, headers });
		if (response.status >= 500) throw new Error('busy');
		if (response.ok) dropDraft(form);
		const to = response.headers.get('x-location');
		if (to) location.assign(to);
		else show(await response.text());
	} catch {
		button.disabled = false;
		const text = navigator.onLine
			? t(
					'Chưa gửi được. Những gì bạn nhập vẫn còn đây; hãy bấm gửi lại.',
					'It was not sent. What you entered is still here; send it again.',
				)
			: t(
					'Mất mạng. Những gì bạn nhập vẫn còn đây; hãy bấm gửi lại.',
					'No network. What you entered is still here; send it again.',
				);
		tell(form, [{ id: 'main', text }]);
	}
}

/** Puts the server's answer in the place of what was sent; it is the same page, so its looks are here already. */
function show(html: string) {
	const answer = new DOMParser().parseFromString(html, 'text/html');
	document.title = answer.title;
	document.querySelector('main')!.replaceWith(answer.querySelector('main')!);
	scrollTo(0, 0);
	start();
}

async function restore(form: HTMLFormElement) {
	// A form that came back with faults is filled in already.
	if (document.querySelector('#faults')) return;
	for (const [name, value] of readDraft(form)) {
		// The communes are not in the page; they come when the province is known.
		if (name === 'commune') await listCommunes(form.querySelector('#province')!);
		for (const input of form.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(name)}"]`)) {
			if (input.type === 'radio' || input.type === 'checkbox') input.checked ||= input.value === value;
			else if (input.type !== 'hidden') input.value = value;
		}
	}
	showWhatIsAsked(form);
}
