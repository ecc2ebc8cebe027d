// A select of @inquirer/prompts.
// @ts-nocheck: the rivals are not installed where types are checked.
import { select } from '@inquirer/prompts';

await select({
  message: 'Which one?',
  choices: [
    { value: 'a', name: 'the first' },
    { value: 'b', name: 'the last one' },
  ],
});
