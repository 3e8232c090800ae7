/**
 * The worker process. {@code queue} takes a request from the broker, {@code job} turns it into
 * pictures by a {@code model} and a {@code pipeline}, {@code store} keeps them with their {@code
 * recipe}. The pipeline sees a device only through {@code tensor}: networks come from {@code
 * torch}, all other arithmetic from {@code reference}.
 */
package studio.pingvas.worker;
