// A select of @clack/prompts.
// @ts-nocheck: the rivals are not installed where types are checked.
import { select } from '@clack/prompts';

await select({
  message: 'Which one?',
  options: [
    { value: 'a', label: 'the first' },
    { value: 'b', label: 'the last one' },
  ],
});
