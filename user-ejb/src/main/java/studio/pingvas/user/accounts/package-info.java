/** People and their passwords. */
package studio.pingvas.user.accounts;
