/** What an export says of a file it wrote. */
export interface Manifest {
	rows: number;
	sha256?: string;
}

/**
 * Reads a manifest: `{"file": …, "rows": 98, "sha256": …}`, or such a list under `files`, of which that of the file's
 * name is taken. Undefined for what is none.
 */
export function readManifest(text: string, fileName?: string): Manifest | undefined {
	let said: unknown;
	try {
		said = JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch {
		return undefined;
	}
	if (typeof said !== 'object' || said === null) return undefined;
	const listed = Array.isArray(said) ? said : 'files' in said && Array.isArray(said.files) ? said.files : [said];
	const found = listed.length === 1 ? listed[0] : listed.find((one) => one?.file === fileName);
	const { rows, sha256 } = (found ?? {}) as { rows?: unknown; sha256?: unknown };
	if (typeof rows !== 'number' || !Number.isInteger(rows) || rows < 0) return undefined;
	if (sha256 !== undefined && !/^[0-9a-f]{64}$/i.test(String(sha256))) return undefined;
	return { rows, ...(sha256 === undefined ? {} : { sha256: String(sha256).toLowerCase() }) };
}
