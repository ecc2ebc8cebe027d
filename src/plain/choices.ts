import * as messages from './messages.ts';
import type { Prompter } from './prompter.ts';

/** Asks for one option, by its number or its text. If the choice is `open`, any other text is accepted, too. */
export async function askChoice(
  asker: Prompter,
  options: readonly string[],
  current: string,
  open = false,
): Promise<string> {
  list(asker, options);
  const line = await asker.line(open ? messages.numberOrOwn : messages.number, {
    value: current,
    check: (typed) => (typed === '' || open || optionOf(typed, options) ? null : messages.oneOfOptions(options.length)),
  });
  return optionOf(line, options) ?? line;
}

/** Asks whether to do something rather than leave things as they are, which is the default. */
export async function agrees(asker: Prompter, leave: string, act: string): Promise<boolean> {
  return (await askChoice(asker, [leave, act], leave)) === act;
}

/** Asks for any number of options, by their numbers, separated by commas. */
export async function askChoices(
  asker: Prompter,
  options: readonly string[],
  current: readonly string[],
): Promise<string[]> {
  list(asker, options);
  const parts = (typed: string) => typed.split(',').map((part) => part.trim());
  const line = await asker.line(messages.numbers, {
    value: current.join(', '),
    check: (typed) => {
      const wrong = typed === '' ? undefined : parts(typed).find((part) => !optionOf(part, options));
      return wrong === undefined ? null : messages.noSuchNumber(wrong, options.length);
    },
  });
  return line === '' ? [] : [...new Set(parts(line).map((part) => optionOf(part, options)!))];
}

function list(asker: Prompter, options: readonly string[]): void {
  asker.say(...options.map((option, index) => `  ${index + 1}. ${option}`));
}

/** The option with a number, a text, or a beginning that no other option has. */
function optionOf(typed: string, options: readonly string[]): string | undefined {
  const answer = typed.trim().toLowerCase();
  const exact = options.find((option) => option.toLowerCase() === answer);
  if (exact !== undefined) return exact;
  if (/^\d{1,4}$/.test(answer)) return options[Number(answer) - 1];
  const [first, second] = options.filter((option) => option.toLowerCase().startsWith(answer));
  return second === undefined ? first : undefined;
}
