package studio.pingvas.generation.queue.control;

/** Jobs of a tier may be dispatched again. Observe it after the transaction. */
record LineResumed() {}
