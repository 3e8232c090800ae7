/** What is deleted by the clock: accounts that nobody stood up for, and rows nobody asks for. */
package studio.pingvas.user.housekeeping;
