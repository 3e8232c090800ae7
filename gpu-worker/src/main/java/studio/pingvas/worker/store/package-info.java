/** Where finished pictures go, under which keys, and what happens while the store is away. */
package studio.pingvas.worker.store;
