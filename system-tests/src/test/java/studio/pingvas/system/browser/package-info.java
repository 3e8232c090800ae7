/** What a person sees and does in a browser. */
package studio.pingvas.system.browser;
