import { describe, expect, it } from "vitest";

import type { EdgeInfo, Finding, TraceNode, TraceResult } from "../src/api/types";
import { arrivalAngle, longestPart, pathOf, segmentsOf } from "../src/chain/geometry";
import { type Chain, chainOf, statementsOf, strokeOf, surroundings } from "../src/chain/model";
import { type TreeItem, treeOf } from "../src/chain/tree";
import { wrap } from "../src/chain/card";

function node(key: string, level: TraceNode["level"], depth: number): TraceNode {
  const validity = { status: "unknown", in_force_from: null, ended: null, scope: null, ended_by: null, how_known: null, source: null, certainty: null, checked: null } as const;
  return { key, symbol: key, type: "KH", type_name: "Kế hoạch", label: "Plan", title: null, issuer: null, level, date: null, ingested: true, validity, depth };
}

function edge(source: string, target: string, type = "IMPLEMENTS", speakers: string[] = [source]): EdgeInfo {
  const evidence = speakers.map((document, index) => ({
    document,
    document_symbol: document,
    source: null,
    start: index,
    end: index + 1,
    quote: "x",
    sentence: null,
    cue: null,
    pinpoint: null,
    extractor: null,
    confidence: null,
    page: null,
    read_by: null,
    read_quality: null,
  }));
  return { source, target, type, label: type, reverse_label: type, evidence };
}

function finding(citing: string, cited: string, severity: Finding["severity"]): Finding {
  const name = (key: string) => ({ key, symbol: key, title: null, issuer: null });
  const evidence = edge(citing, cited).evidence[0]!;
  return {
    kind: "ended",
    severity,
    message: "",
    message_en: "",
    citing: name(citing),
    cited: name(cited),
    ended: null,
    in_force_from: null,
    ended_by: null,
    how_known: null,
    certainty: null,
    checked: null,
    source: null,
    evidence,
    changed: null,
    voices: [],
    notes: [],
    successor: null,
    date: null,
  };
}

const NODES = [node("ward", "ward", 0), node("district", "district", 1), node("city", "province", 2), node("law", "central", 1)];
const EDGES = [
  edge("ward", "law", "CITES"),
  edge("ward", "district"),
  edge("ward", "law", "BASED_ON"),
  edge("district", "city", "IMPLEMENTS", ["ward", "district"]),
  edge("city", "law"),
  edge("district", "law"),
];

function chain(edges = EDGES, findings: Finding[] = [], direction: "up" | "down" = "up"): Chain {
  const trace: TraceResult = { root: direction === "up" ? "ward" : "law", direction, as_of: "2024-01-01", nodes: NODES, edges, gaps: [], truncated: false, notes: [] };
  return chainOf(trace, findings);
}

function outline(item: TreeItem): string {
  const children = item.children.map(outline).join(" ");
  return item.node + (item.again ? "*" : "") + (children ? `(${children})` : "");
}

describe("a chain", () => {
  it("has one line for all relations between two documents, the strongest first", () => {
    const link = chain().byId.get("ward~law");
    expect(link?.edges.map(({ type }) => type)).toEqual(["BASED_ON", "CITES"]);
  });

  it("flags a line for a grave finding, and only remarks a small one", () => {
    const flagged = chain(EDGES, [finding("ward", "law", "high"), finding("district", "law", "info")]);
    expect(flagged.links.filter((link) => link.flag).map(({ id }) => id)).toEqual(["ward~law"]);
    expect(flagged.byId.get("district~law")?.findings).toHaveLength(1);
  });

  it("never draws a flagged line thin", () => {
    const [cites] = chain([edge("ward", "law", "CITES")], [finding("ward", "law", "high")]).links;
    expect(strokeOf(cites!).width).toBeGreaterThan(strokeOf({ ...cites!, flag: null }).width);
  });

  it("lets a document speak before others speak of it", () => {
    const link = chain().byId.get("district~city");
    expect(statementsOf(link!).map(({ evidence }) => evidence.document)).toEqual(["district", "ward"]);
  });

  it("leaves out edges whose ends were cut off", () => {
    expect(chain([...EDGES, edge("law", "elsewhere")]).links).toHaveLength(5);
  });

  it("knows what is next to a document", () => {
    expect([...surroundings(chain(), "city").nodes].sort()).toEqual(["city", "district", "law"]);
  });
});

describe("the tree of a chain", () => {
  it("names a document wherever it is reached and unfolds it once, nearest to the root", () => {
    expect(outline(treeOf(chain()))).toBe("ward(district(city(law*) law*) law)");
  });

  it("goes from the cited to the citing ones downwards", () => {
    expect(outline(treeOf(chain(EDGES, [], "down")))).toBe("law(city(district*) district(ward*) ward)");
  });

  it("has flagged lines first", () => {
    const { children } = treeOf(chain(EDGES, [finding("ward", "law", "high")]));
    expect(children.map(({ node: key }) => key)).toEqual(["law", "district"]);
  });

  it("ends although documents cite each other", () => {
    expect(outline(treeOf(chain([edge("ward", "district"), edge("district", "ward")])))).toBe("ward(district(ward*))");
  });
});

describe("a line with bends", () => {
  const ROUTE = [
    { x: 100, y: 0 },
    { x: 50, y: 0 },
    { x: 50, y: 40 },
    { x: 0, y: 40 },
  ];

  it("comes back from weights and distances to where its bends were", () => {
    const { weights, distances } = segmentsOf(ROUTE);
    const [start, end] = [ROUTE[0]!, ROUTE.at(-1)!];
    const [dx, dy] = [end.x - start.x, end.y - start.y];
    const length = Math.hypot(dx, dy);
    const bends = weights.map((weight, index) => ({
      x: start.x + weight * dx - (distances[index]! * dy) / length,
      y: start.y + weight * dy + (distances[index]! * dx) / length,
    }));
    bends.forEach((bend, index) => {
      expect(bend.x).toBeCloseTo(ROUTE[index + 1]!.x);
      expect(bend.y).toBeCloseTo(ROUTE[index + 1]!.y);
    });
  });

  it("arrives from the right and has its words on its longest part", () => {
    expect(arrivalAngle(ROUTE)).toBe(180);
    expect(longestPart(ROUTE)[0].y).toBe(longestPart(ROUTE)[1].y);
  });

  it("becomes a path that stops short of its head", () => {
    expect(pathOf(ROUTE, 6, 7)).toBe("M100 0L56 0Q50 0 50 6L50 34Q50 40 44 40L7 40");
  });
});

describe("words in a box", () => {
  const measure = (text: string): number => text.length;

  it("are broken between words and end in an ellipsis when there are too many", () => {
    expect(wrap("thực hiện dân chủ ở cơ sở năm 2024", 12, 2, "", measure)).toEqual(["thực hiện", "dân chủ ở c…"]);
  });

  it("stay as they are when they fit", () => {
    expect(wrap("năm 2024", 12, 2, "", measure)).toEqual(["năm 2024"]);
  });
});
