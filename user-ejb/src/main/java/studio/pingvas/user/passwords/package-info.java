/** New passwords, for those who know the old one or read the mail of the account. */
package studio.pingvas.user.passwords;
