/** Where finished pictures go, and under which keys. */
package studio.pingvas.worker.store;
