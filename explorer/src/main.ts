/** Starts the explorer in `#app`. */

import "./styles/base.css";
import "./styles/frame.css";
import "./styles/reading.css";
import "./styles/work.css";
import "./styles/chain.css";
import "./styles/legend.css";
import "./styles/panel.css";
import "./styles/print.css";

import { App } from "./app";
import { installTheme } from "./theme";

declare global {
  interface Window {
    /** For tests: where a document or a line of the diagram is on the page. */
    cancu?: Pick<App, "pointOf">;
  }
}

const root = document.getElementById("app");
if (root) {
  const app = new App(root);
  installTheme(() => app.recolour());
  app.start();
  window.cancu = app;
}
