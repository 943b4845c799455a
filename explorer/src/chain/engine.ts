/** The layout engine in a worker of its own; loaded when a chain is first drawn. */

import type { ELK } from "elkjs/lib/elk-api";

let engine: Promise<ELK> | null = null;

export function layoutEngine(): Promise<ELK> {
  engine ??= start();
  return engine;
}

/** Ends a worker that is still at a layout nobody waits for; the next layout starts another. */
export function abandonEngine(): void {
  void engine?.then((running) => running.terminateWorker());
  engine = null;
}

async function start(): Promise<ELK> {
  const [{ default: Elk }, { default: address }] = await Promise.all([
    import("elkjs/lib/elk-api.js"),
    import("elkjs/lib/elk-worker.min.js?url"),
  ]);
  return new Elk({ workerUrl: address, workerFactory: (url?: string) => new Worker(url ?? address) });
}
