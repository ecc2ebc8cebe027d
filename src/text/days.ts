/**
 * The day that a text means, as yyyy-mm-dd: itself, `today`, `tomorrow`, `yesterday`, `+7d`, `-2w`, `+1m`, `+1y`. Null
 * for any other text, such as 2024-02-30. `today` is yyyy-mm-dd.
 */
export function parseDay(text: string, today: string): string | null {
  const word = text.trim().toLowerCase();
  const named = { today: 0, now: 0, tomorrow: 1, yesterday: -1 }[word];
  if (named !== undefined) return shiftDay(today, named, 'd');
  const relative = /^([+-]\d{1,4}) ?([dwmy]?)$/.exec(word);
  if (relative) return shiftDay(today, Number(relative[1]), relative[2] || 'd');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(word)) return null;
  return iso(new Date(`${word}T00:00:00Z`)) === word ? word : null;
}

/** The day a number of days (`d`), weeks (`w`), months (`m`) or years (`y`) later; null beyond the year 9999. */
export function shiftDay(today: string, by: number, unit: string): string | null {
  const day = new Date(`${today}T00:00:00Z`);
  if (unit === 'd' || unit === 'w') day.setUTCDate(day.getUTCDate() + by * (unit === 'w' ? 7 : 1));
  else {
    const dayOfMonth = day.getUTCDate();
    day.setUTCDate(1);
    day.setUTCMonth(day.getUTCMonth() + by * (unit === 'y' ? 12 : 1));
    const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
    day.setUTCDate(Math.min(dayOfMonth, last));
  }
  return iso(day);
}

function iso(day: Date): string | null {
  return Number.isNaN(day.getTime()) || day.getUTCFullYear() > 9999 ? null : day.toISOString().slice(0, 10);
}

/** A day in local time, as yyyy-mm-dd. */
export function localDay(time: Date): string {
  return `${time.getFullYear()}-${twoDigits(time.getMonth() + 1)}-${twoDigits(time.getDate())}`;
}

/** A moment in local time, as yyyy-mm-dd hh:mm. */
export function localMinute(time: Date): string {
  return `${localDay(time)} ${twoDigits(time.getHours())}:${twoDigits(time.getMinutes())}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
