/** Jobs: submit, price, list, look at, cancel. */
package studio.pingvas.web.rest.generation;
