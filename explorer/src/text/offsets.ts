/**
 * Offsets of the API count characters (code points); JavaScript counts UTF-16 units. They differ after the first
 * character outside the Basic Multilingual Plane.
 */

const SURROGATE = /[\uD800-\uDFFF]/;

/** Makes the function that turns a code point offset of `text` into a UTF-16 offset. */
export function utf16Offsets(text: string): (offset: number) => number {
  const first = text.search(SURROGATE);
  if (first < 0) return (offset) => offset;
  return (offset) => {
    if (offset <= first) return offset;
    let units = first;
    for (let points = first; points < offset && units < text.length; points += 1) {
      units += text.codePointAt(units)! > 0xffff ? 2 : 1;
    }
    return units;
  };
}
