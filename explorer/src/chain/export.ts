/** Files made of a chain: SVG, PNG, JSON. */

import { formatDate, nameOf, t } from "../i18n";
import { paper } from "../theme";
import type { Drawing } from "./drawing";
import { svgOf } from "./svg";

/** Browsers draw nothing on canvases whose sides are longer than this. */
const LONGEST_SIDE = 8000;

/** The chain as the text of an SVG file, on white. */
export function exportSvg(drawing: Drawing): string {
  const { chain } = drawing;
  const root = chain.byKey.get(chain.root);
  const title = t("chain.title", { name: root ? nameOf(root) : chain.root });
  const subtitle = [
    root?.title,
    root?.issuer,
    t("chain.summary", { documents: chain.nodes.length, edges: chain.links.length }),
    `${t("tool.asOf")} ${formatDate(chain.asOf)}`,
  ];
  return svgOf(drawing, paper, title, subtitle.filter(Boolean).join(" · "));
}

/** The same as a picture, at twice its size where a browser can do that. */
export async function exportPng(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
  await image.decode();
  const scale = Math.min(2, LONGEST_SIDE / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(image.naturalWidth * scale);
  canvas.height = Math.round(image.naturalHeight * scale);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png");
  });
}

/** The chain as data: documents, relations with their evidence, findings. */
export function exportJson({ chain }: Pick<Drawing, "chain">): string {
  const { root, direction, asOf, nodes, links } = chain;
  return JSON.stringify(
    {
      root,
      direction,
      as_of: asOf,
      address: location.href,
      nodes,
      edges: links.flatMap((link) => link.edges),
      findings: links.flatMap((link) => link.findings),
    },
    null,
    2,
  );
}

/** Hands a file to the reader. */
export function download(name: string, content: Blob | string, type: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** "12/KH-UBND" as the name of a file. */
export function fileName(name: string, ending: string): string {
  return `${name.replaceAll(/[^\p{L}\p{N}.-]+/gu, "-")}.${ending}`;
}
