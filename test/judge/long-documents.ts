/** A template with that many sections, three to a parent, and a spec of it in another order with sections of its own. */
export function longDocuments(sections: number): { template: string; spec: string } {
  const title = (index: number) => `Part ${letters(index)} of the ${WORDS[index % WORDS.length]} works`;
  const numbers = Array.from({ length: sections }, (_, index) => index);
  const template = numbers
    .map((index) => `${index % 4 === 0 ? '##' : '###'} ${title(index)}\n\n[What part ${letters(index)} is for]\n`)
    .join('\n');
  const spec = numbers
    .toReversed()
    .map((index) => {
      const named = index % 11 === 0 ? `The ${title(index)}` : title(index);
      const written = index % 5 === 0 ? `${index}. ${named.toUpperCase()}` : named;
      const own = index % 7 === 0 ? `\n#### Notes of ${letters(index)}\n\nNone.\n` : '';
      return `${index % 4 === 0 ? '##' : '###'} ${written}\n\nPart of it.\n${own}`;
    })
    .join('\n');
  return { template: `# Works\n\n${template}`, spec: `# Works\n\n${spec}` };
}

const WORDS = ['upper', 'lower', 'outer', 'inner', 'northern', 'southern', 'old', 'new', 'dry', 'wet'];

/** A name that no number hides in: "bbcd" for 123. */
function letters(number: number): string {
  return [...String(number + 1000)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
}
