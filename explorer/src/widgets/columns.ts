/** The stripes of the levels under the diagram and their headings above it. */

import type { Point, Stripe } from "../chain/layout";
import { h } from "../dom";
import { levelName } from "../i18n";

/** Too few px for a heading. */
const NARROW = 64;

export class Columns {
  readonly element = h("div", { class: "columns", "aria-hidden": "true" });
  private stripes: Stripe[] = [];

  show(stripes: Stripe[]): void {
    this.stripes = stripes;
    this.element.replaceChildren(
      ...stripes.map(({ column }) =>
        h("div", { class: "column", "data-level": column }, h("span", { class: "column-heading" }, levelName(column === "unknown" ? null : column))),
      ),
    );
  }

  /** Follows the diagram; each heading stands in the middle of what is in view of its stripe. */
  move({ pan, zoom }: { pan: Point; zoom: number }): void {
    const room = this.element.clientWidth;
    this.stripes.forEach((stripe, index) => {
      const column = this.element.children[index] as HTMLElement | undefined;
      if (!column) return;
      const left = index === 0 ? 0 : stripe.x * zoom + pan.x;
      const right = index === this.stripes.length - 1 ? room : (stripe.x + stripe.width) * zoom + pan.x;
      const width = Math.max(0, Math.min(room, right) - Math.max(0, left));
      column.style.left = `${Math.max(0, left)}px`;
      column.style.width = `${width}px`;
      column.classList.toggle("narrow", width < NARROW);
    });
  }
}
