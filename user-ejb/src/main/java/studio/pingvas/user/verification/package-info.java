/** Links in mails: that an address belongs to whoever opened the account, and others used once. */
package studio.pingvas.user.verification;
