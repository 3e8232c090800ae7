/**
 * What a picture file claims to be, read from its own structure before anything is decoded. Plain
 * Java over a byte array, bounded in time and memory, for whoever takes files from strangers.
 */
package studio.pingvas.platform.picture;
