/**
 * A text as XML 1.0 allows it, in content and in quoted attributes: signs escaped, what no document may hold replaced,
 * and what a terminal would act on as a number.
 */
export function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"']|(?<=##)\[/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(
      /[\t\n\r\x7f-\x9f\p{Default_Ignorable_Code_Point}\u2028\u2029\ufff9-\ufffb]/gu,
      (sign) => `&#${sign.codePointAt(0)};`,
    );
}
