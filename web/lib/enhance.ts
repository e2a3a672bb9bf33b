// What a form gains where JavaScript runs: questions appear when they are due, faults are told before sending, what was
// typed survives a closed page and a lost network. Without it every form works all the same.
const form = document.querySelector<HTMLFormElement>('form[data-form]');
const isVietnamese = document.documentElement.lang === 'vi';
const key = `draft ${location.pathname}${location.search}`;
document.documentElement.classList.add('js');

if (form) {
	form.noValidate = true;
	void restore(form);
	showWhatIsAsked(form);
	let saving = 0;
	form.addEventListener('input', ({ target }) => {
		keepExclusive(form, target as HTMLInputElement);
		showWhatIsAsked(form);
		clearTimeout(saving);
		saving = window.setTimeout(() => save(form), 300);
	});
	form
		.querySelector<HTMLSelectElement>('#province')
		?.addEventListener('change', (event) => void listCommunes(event.target as HTMLSelectElement));
	form.addEventListener('submit', (event) => {
		const faults = findFaults(form);
		if (!faults.length) return send(form, event);
		event.preventDefault();
		tell(form, faults);
	});
}
document.querySelector<HTMLElement>('#faults')?.focus();
performance.mark('ready');

interface Condition {
	question: string;
	is: boolean;
	value?: string;
}

function showWhatIsAsked(form: HTMLFormElement) {
	const given = new FormData(form);
	for (const part of form.querySelectorAll<HTMLElement>('[data-when]')) {
		const { any, conditions } = JSON.parse(part.dataset.when!) as { any: boolean; conditions: Condition[] };
		const holds = ({ question, is, value }: Condition) => {
			const answers = given.getAll(question).filter(Boolean);
			return (value === undefined ? answers.length > 0 : answers.includes(value)) === is;
		};
		const isAsked = any ? conditions.some(holds) : conditions.every(holds);
		part.hidden = !isAsked;
	}
}

/** "None of these" and the others rule each other out. */
function keepExclusive(form: HTMLFormElement, changed: HTMLInputElement) {
	if (changed.type !== 'checkbox' || !changed.checked || changed.name === 'consent') return;
	for (const box of form.querySelectorAll<HTMLInputElement>(`[name="${changed.name}"]`))
		if (box !== changed && 'only' in changed.dataset !== 'only' in box.dataset) box.checked = false;
}

async function listCommunes(province: HTMLSelectElement) {
	const commune = document.querySelector<HTMLSelectElement>('#commune')!;
	commune.length = 1;
	if (!province.value) return;
	const response = await fetch(`/communes?province=${province.value}`).catch(() => undefined);
	for (const { value, label } of response?.ok ? await response.json() : []) commune.add(new Option(label, value));
}

interface Fault {
	id: string;
	text: string;
	part: HTMLElement;
}

function findFaults(form: HTMLFormElement): Fault[] {
	const faults: Fault[] = [];
	for (const part of form.querySelectorAll<HTMLElement>('.f')) {
		const input = part.querySelector<HTMLInputElement>('input,select,textarea');
		if (part.hidden || !input) continue;
		const isMissing = part.dataset.required !== undefined && !part.querySelector(':checked');
		const isEmpty = part.dataset.when !== undefined && !input.value.trim();
		const { min = -Infinity, max = Infinity } = input.dataset;
		const isOutside = 'min' in input.dataset && input.value !== '' && !(+input.value >= +min && +input.value <= +max);
		const text = part.dataset.required ?? input.dataset.error ?? input.validationMessage;
		if (isMissing || isEmpty || isOutside || !input.validity.valid) faults.push({ id: input.id, text, part });
	}
	return faults;
}

function tell(form: HTMLFormElement, faults: Fault[]) {
	document.querySelector('#faults')?.remove();
	for (const old of form.querySelectorAll('.m')) old.remove();
	for (const old of form.querySelectorAll('.e')) old.classList.remove('e');
	const summary = Object.assign(document.createElement('div'), { className: 'sum', id: 'faults', tabIndex: -1 });
	summary.setAttribute('role', 'alert');
	summary.append(element('h2', isVietnamese ? 'Có chỗ cần sửa' : 'There is a problem'), element('ul', ''));
	for (const { id, text, part } of faults) {
		const link = Object.assign(element('a', text), { href: `#${id}` });
		const item = element('li', '');
		item.append(link);
		summary.querySelector('ul')!.append(item);
		if (!part) continue;
		part.classList.add('e');
		const note = Object.assign(element('p', text), { className: 'm', id: `wrong-${id}` });
		part.querySelector('label,legend')!.after(note);
	}
	form.before(summary);
	summary.focus();
	document.title = `${isVietnamese ? 'Lỗi' : 'Error'}: ${document.title.replace(/^(Lỗi|Error): /, '')}`;
}

const element = (name: string, text: string) => Object.assign(document.createElement(name), { textContent: text });

/** Sent by hand, so that a lost network leaves the page and all that was typed as it is. */
async function send(form: HTMLFormElement, event: SubmitEvent) {
	event.preventDefault();
	const button = (event.submitter ?? form.querySelector('button:last-of-type')) as HTMLButtonElement;
	button.disabled = true;
	save(form);
	try {
		const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
		if (button.name) body.set(button.name, button.value);
		const response = await fetch(button.getAttribute('formaction') ?? form.action, {
			method: 'POST',
			body,
			headers: { accept: 'text/html' },
		});
		if (response.ok) sessionStorage.removeItem(key);
		if (response.redirected) return location.assign(response.url);
		document.open();
		document.write(await response.text());
		document.close();
	} catch {
		button.disabled = false;
		const text = isVietnamese
			? 'Mất mạng. Những gì bạn nhập vẫn còn đây; hãy bấm gửi lại.'
			: 'No network. What you entered is still here; send it again.';
		tell(form, [{ id: 'main', text, part: undefined as unknown as HTMLElement }]);
	}
}

function save(form: HTMLFormElement) {
	const entries = [...new FormData(form)].filter(([name]) => name !== 'id');
	try {
		sessionStorage.setItem(key, JSON.stringify(entries));
	} catch {
		// A browser that keeps nothing: the form goes on without a draft.
	}
}

async function restore(form: HTMLFormElement) {
	if (document.querySelector('#faults')) return;
	let entries: [string, string][] = [];
	try {
		entries = JSON.parse(sessionStorage.getItem(key) ?? '[]');
	} catch {
		return;
	}
	for (const [name, value] of entries) {
		// The communes are not in the page; they come when the province is known.
		if (name === 'commune') await listCommunes(form.querySelector('#province')!);
		for (const input of form.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(name)}"]`)) {
			if (input.type === 'radio' || input.type === 'checkbox') input.checked ||= input.value === value;
			else if (input.type !== 'hidden') input.value = value;
		}
	}
	showWhatIsAsked(form);
}
