/** Mail to people: queued in the transaction that has something to tell, sent afterwards. */
package studio.pingvas.user.mail;
