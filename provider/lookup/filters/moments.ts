const date = /^\d{4}-\d{2}-\d{2}$/;
const time = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?([Zz]|[+-]\d{2}:\d{2})$/;

/** A date, whose first moment in UTC is meant, or an RFC 3339 time, in milliseconds since 1970; `undefined` if it is neither. */
export function readMoment(text: string): number | undefined {
  if (!date.test(text) && !time.test(text)) return undefined;
  const parsed = Date.parse(text);
  if (Number.isNaN(parsed)) return undefined;
  // 30 February is read as a day in March.
  const day = Number(text.slice(8, 10));
  const last = new Date(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)), 0)).getUTCDate();
  return day <= last ? parsed : undefined;
}
