import { describe, expect, it } from "vitest";

import { DEFAULTS, formatState, parseState, type ViewState } from "../src/state";

const FULL: ViewState = {
  doc: "st:kh:2024:12:ubnd.quang-nam.duy-xuyen.duy-trinh",
  q: null,
  view: "list",
  direction: "down",
  depth: 3,
  types: ["IMPLEMENTS", "BASED_ON"],
  asOf: "2024-12-31",
  kinds: ["ended", "ended_since"],
  level: "ward",
  place: "tỉnh Quảng Nam",
  body: "UBND huyện Duy Xuyên",
  deadline: "2024-03-15",
  lang: "en",
  node: "norm:nd:2015:4:chinh-phu",
  edge: { source: "st:kh:2024:12:x", target: "norm:nd:2015:4:chinh-phu" },
  statement: 2,
  at: { document: "st:kh:2024:12:x", start: 10, end: 25 },
  tab: "tasks",
};

describe("a permalink", () => {
  it("says everything that is on screen", () => {
    expect(parseState(formatState(FULL))).toEqual(FULL);
  });

  it("leaves out what is at its default", () => {
    expect(formatState(DEFAULTS)).toBe("");
    expect(formatState({ ...DEFAULTS, doc: "12/KH-UBND" })).toBe("?doc=12/KH-UBND");
  });

  it("keeps letters of every kind in a search", () => {
    const q = "Đề án 06 & “chuyển đổi số” + 100%";
    expect(parseState(formatState({ ...DEFAULTS, q })).q).toBe(q);
  });

  it.each([
    ["view=graph", "view"],
    ["direction=sideways", "direction"],
    ["depth=0", "depth"],
    ["depth=99", "depth"],
    ["depth=two", "depth"],
    ["lang=fr", "lang"],
    ["as_of=2024-02-31x", "asOf"],
    ["as_of=yesterday", "asOf"],
    ["edge=only-one", "edge"],
    ["edge=a~b~c", "edge"],
    ["at=key@9-3", "at"],
    ["at=key", "at"],
    ["statement=-1", "statement"],
    ["types=drop%20table", "types"],
    ["kinds=bad", "kinds"],
    ["level=village", "level"],
    ["deadline=soon", "deadline"],
  ] as const)("takes the default for what makes no sense: %s", (query, field) => {
    expect(parseState(`?${query}`)[field]).toEqual(DEFAULTS[field]);
  });
});
