/** How a session starts: at the home screen, in an existing spec (`at`: an offset into its text), or with a new spec. */
export type WizardStart =
  | { kind: 'home' }
  | { kind: 'open'; path: string; template?: string; at?: number }
  | { kind: 'new'; template?: string; name?: string };
