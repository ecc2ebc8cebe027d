import type { Io } from '../host/io.ts';
import { openKeyboard } from '../host/terminal.ts';
import type { Args } from './args.ts';
import { previewRequest } from './preview/options.ts';
import { readSource } from './preview/source.ts';

/**
 * Shows a rendered file: in a terminal with a pager, unless --no-pager forbids it, else printed. Input from a pipe is
 * paged as well, with keys from the terminal. The wizard can be opened from the pager and returns to it. Raises the
 * Problems of the options and of opening the file.
 */
export async function run(args: Args, io: Io): Promise<number> {
  const request = previewRequest(args);
  const spec = await readSource(request.path, io);
  const screen = request.pager && io.stdout.isTTY && io.env.TERM !== 'dumb';
  const piped = request.path === '-';
  const keys = screen && piped ? openKeyboard() : null;
  if (!screen || !(piped ? keys : io.stdin.isTTY)) {
    const { print } = await import('./preview/print.ts');
    await print(spec, request, io);
    return 0;
  }
  const { page } = await import('./preview/page.ts');
  const { template, history, ascii } = request;
  for (let shown = spec, at: number | undefined; ; shown = await readSource(request.path, io)) {
    const end = await page(shown, request, keys ? { ...io, stdin: keys } : io, at).finally(() => keys?.destroy());
    if (end.kind === 'leave') return end.status;
    at = end.offset;
    const place = end.section === undefined ? at : { section: end.section };
    const begun = { kind: 'open', path: request.path, template, at: place } as const;
    const { start } = await import('../session/start.ts');
    const status = await start(begun, { plain: false, history, ascii, within: true }, io);
    if (status !== 0) return status;
  }
}
