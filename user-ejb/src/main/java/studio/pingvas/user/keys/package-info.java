/** API keys: what programs send in place of a person's token, and may do less with. */
package studio.pingvas.user.keys;
