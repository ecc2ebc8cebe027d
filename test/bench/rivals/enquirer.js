// A select of Enquirer.
// @ts-nocheck: the rivals are not installed where types are checked.
import enquirer from 'enquirer';

await enquirer.prompt({
  type: 'select',
  name: 'one',
  message: 'Which one?',
  choices: ['the first', 'the last one'],
});
