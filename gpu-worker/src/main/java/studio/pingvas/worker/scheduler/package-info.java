/** How latents move from noise to picture: one algorithm a file. */
package studio.pingvas.worker.scheduler;
