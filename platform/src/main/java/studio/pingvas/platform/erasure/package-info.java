/** Orders to erase what a module keeps of somebody, carried out step by step. */
package studio.pingvas.platform.erasure;
