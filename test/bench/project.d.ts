/** The folder of a project to check. */
export function makeProject(): string;
/** So many specs of the built-in templates below a folder, which is given back. */
export function generated(folder: string, number: number): string;
