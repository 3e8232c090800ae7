/**
 * What the engine needs of a device: ten operations, scopes that own memory, networks. Knows no
 * library.
 */
package studio.pingvas.worker.tensor;
