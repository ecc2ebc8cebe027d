import type { Format } from '../report.ts';

const HEAD = 'time,commit,specs,complete,gaps,answered,required,percent';

/**
 * A table in CSV that grows by a row a run: how far all specs are together. A second run on the same commit, or without
 * one on the same day, takes the place of the first.
 */
export const trend: Format = {
  whole: false,
  start({ write, before, now, commit }) {
    let complete = 0;
    return {
      spec({ gaps }) {
        if (gaps.length === 0) complete++;
      },
      problem() {},
      end({ specs, gaps, answered, required }) {
        const time = now().toISOString().slice(0, 19);
        const key = (row: string) => {
          const [when = '', which = ''] = row.split(',');
          return which === '' ? when.slice(0, 10) : which;
        };
        const percent = required === 0 ? 100 : Math.floor((answered / required) * 100);
        const row = `${[`${time}Z`, commit, specs, complete, gaps, answered, required, percent].join(',')}`;
        const rows = before.split(/\r\n|\n|\r/).filter((line) => line !== '' && line !== HEAD);
        const kept = rows.filter((line) => key(line) !== key(row));
        write(`${[HEAD, ...kept, row].join('\n')}\n`);
      },
    };
  },
};
