/** From a prompt to pixels: the denoising loop, written out. Knows no queue, no store, no file. */
package studio.pingvas.worker.pipeline;
