/** How cytoscape draws documents, lines and the words at flagged lines. */

import type { StylesheetJson } from "cytoscape";

import type { Palette } from "../theme";
import { FONT } from "./card";
import { TAG_FONT } from "./drawing";

export function canvasStyle(colours: Palette): StylesheetJson {
  return [
    {
      selector: "core",
      style: { "active-bg-opacity": 0, "selection-box-opacity": 0 } as never,
    },
    {
      selector: "node.document",
      style: {
        shape: "round-rectangle",
        "corner-radius": "5px",
        width: "data(width)",
        height: "data(height)",
        "background-color": "data(ground)",
        "background-image": "data(words)",
        "background-image-crossorigin": "null",
        "background-width": "100%",
        "background-height": "100%",
        "border-color": "data(colour)",
        "border-width": 1.4,
        "overlay-opacity": 0,
        "z-index": 10,
      } as never,
    },
    { selector: "node.root", style: { "border-width": 3 } },
    {
      selector: "node.flagged",
      style: {
        "background-color": colours.flagBox,
        "border-color": colours.flag,
        "border-style": "double",
        "border-width": 4,
      },
    },
    {
      selector: "edge",
      style: {
        "curve-style": "round-segments",
        "segment-weights": "data(weights)",
        "segment-distances": "data(distances)",
        "segment-radii": 6,
        "edge-distances": "endpoints",
        "source-endpoint": "data(from)",
        "target-endpoint": "data(to)",
        width: "data(stroke)",
        "line-color": "data(colour)",
        "target-arrow-color": "data(colour)",
        "target-arrow-shape": "data(head)",
        "arrow-scale": 0.85,
        "overlay-opacity": 0,
        "z-index": 5,
      } as never,
    },
    {
      selector: "edge.flagged",
      style: {
        "line-color": colours.flag,
        "target-arrow-color": colours.flag,
        "line-style": "dashed",
        "line-dash-pattern": [6, 4],
        "z-index": 8,
      },
    },
    {
      selector: "node.tag",
      style: {
        shape: "round-rectangle",
        width: "data(width)",
        height: "data(height)",
        label: "data(label)",
        "font-family": FONT,
        "font-size": TAG_FONT.size,
        "font-weight": 600,
        "text-valign": "center",
        "text-halign": "center",
        color: colours.flag,
        "background-color": colours.flagBox,
        "border-color": colours.flag,
        "border-width": 0.8,
        "overlay-opacity": 0,
        "z-index": 20,
      } as never,
    },
    { selector: ".hovered", style: { "overlay-color": colours.focus, "overlay-opacity": 0.08, "overlay-padding": 3 } },
    { selector: "edge.brought-out", style: { "z-index": 15 } },
    { selector: "edge.chosen", style: { "overlay-color": colours.focus, "overlay-opacity": 0.16, "overlay-padding": 4 } },
    { selector: "node.document.chosen", style: { "outline-color": colours.focus, "outline-width": 2.5, "outline-offset": 3 } as never },
    { selector: ".away", style: { opacity: 0.3 } },
  ];
}
