/** Everything needed to make a picture again, as it travels inside the picture. */
package studio.pingvas.worker.recipe;
