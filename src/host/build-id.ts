/** Changes with every change to the program's own code; null where it runs from source. The build puts it in. */
export function buildId(): string | null {
  return process.env.SPEC_WIZARD_BUILD ?? null;
}
