/** Where pictures lie: a folder of files, later also S3. */
package studio.pingvas.platform.store;
