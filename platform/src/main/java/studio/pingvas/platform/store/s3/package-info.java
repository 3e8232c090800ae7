/** Objects in a bucket; the only place that knows the client library of S3. */
package studio.pingvas.platform.store.s3;
