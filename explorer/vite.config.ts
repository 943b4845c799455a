import { defineConfig } from "vitest/config";

/** The address of a running API, for `npm run dev`. */
const API = "http://127.0.0.1:8000";

export default defineConfig({
  base: "./",
  build: {
    target: "es2022",
    // The layout engine is one large worker file; it is loaded when a chain is first drawn.
    chunkSizeWarningLimit: 2000,
  },
  server: { proxy: { "/api": API } },
  test: { include: ["test/**/*.test.ts"] },
});
