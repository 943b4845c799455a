import { describe, expect, it } from "vitest";

import { excerpt } from "../src/text/excerpt";
import { utf16Offsets } from "../src/text/offsets";

const WIDE = { before: 1000, after: 1000 };
const NARROW = { before: 4, after: 4 };
const TEXT = "Mở đầu.\nThực hiện Kế hoạch số 41/KH-UBND của quận.\nCuối cùng.";
const START = TEXT.indexOf("Kế hoạch");
const PASSAGE = { start: START, end: START + 21, quote: "Kế hoạch số 41/KH-UBN", sentence: "Thực hiện Kế hoạch số 41/KH-UBND của quận." };

function roles(text: string, passage: typeof PASSAGE, role: string): string {
  return (excerpt(text, passage, WIDE)?.pieces ?? []).filter((piece) => piece.role === role).map((piece) => piece.text).join("|");
}

describe("offsets in characters", () => {
  it("are those of JavaScript while all characters take one unit", () => {
    expect(utf16Offsets("Căn cứ")(4)).toBe(4);
  });

  it.each([
    [0, 0],
    [1, 1],
    [2, 3],
    [3, 4],
    [4, 6],
  ])("count a character outside the basic plane once: %i is %i", (characters, units) => {
    expect(utf16Offsets("a😀b😀")(characters)).toBe(units);
  });

  it("find the quote after such a character", () => {
    const moved = { ...PASSAGE, start: PASSAGE.start + 1, end: PASSAGE.end + 1 };
    expect(roles(`😀${TEXT}`, moved, "quote")).toBe(PASSAGE.quote);
  });
});

describe("an excerpt", () => {
  it("gives the whole text back when there is room for it", () => {
    const shown = excerpt(TEXT, PASSAGE, WIDE);
    expect(shown?.pieces.map((piece) => piece.text).join("")).toBe(TEXT);
    expect([shown?.before, shown?.after]).toEqual([false, false]);
  });

  it("marks the quote and, around it, the sentence", () => {
    expect(roles(TEXT, PASSAGE, "quote")).toBe(PASSAGE.quote);
    expect(roles(TEXT, PASSAGE, "sentence")).toBe("Thực hiện |D của quận.");
  });

  it("marks the parts of a sentence that was shortened, and not what was left out", () => {
    const long = "Căn cứ A; căn cứ B; căn cứ C; đề nghị D.";
    const passage = { start: 20, end: 28, quote: "căn cứ C", sentence: "Căn cứ A; … căn cứ C; …" };
    expect(roles(long, passage, "sentence")).toBe("Căn cứ A;|;");
    expect(roles(long, passage, "plain")).toBe(" căn cứ B; | đề nghị D.");
  });

  it("is cut at the ends of lines and says that there is more", () => {
    const ahead = "Đứng trước.\n";
    const moved = { ...PASSAGE, start: PASSAGE.start + ahead.length, end: PASSAGE.end + ahead.length };
    const shown = excerpt(`${ahead}${TEXT}\nĐứng sau.`, moved, NARROW);
    expect(shown?.pieces.map((piece) => piece.text).join("")).toBe(TEXT);
    expect([shown?.before, shown?.after]).toEqual([true, true]);
  });

  it("does without the sentence when the text does not have it", () => {
    expect(roles(TEXT, { ...PASSAGE, sentence: "Một câu khác." }, "sentence")).toBe("");
  });

  it("is refused when the quote stands elsewhere: the text is another one", () => {
    expect(excerpt(`x${TEXT}`, PASSAGE, WIDE)).toBeNull();
  });
});
