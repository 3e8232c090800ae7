/** Where pictures lie: a folder of files, or a bucket ({@code store.s3}). */
package studio.pingvas.platform.store;
