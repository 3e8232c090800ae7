/** Jobs that make pictures: what generation-ejb answers. */
package studio.pingvas.contracts.generation;
