/**
 * What the engine needs of a device: operations, scopes that own memory, networks. Knows no
 * library.
 */
package studio.pingvas.worker.tensor;
