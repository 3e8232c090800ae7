/**
 * A local stand-in for Lemon Squeezy, so that a plan can be bought on one machine with no account
 * anywhere. It is a test double: no money moves, it is no part of the application, and every page
 * of it says so. It speaks what the real one documents: the JSON:API below {@code /v1}, a page to
 * pay on, and signed webhooks with their retries.
 *
 * <p><b>Making things happen.</b> The page {@code /} has a button for each event. Behind the
 * buttons are plain form posts that a test can send as well; with {@code Accept: application/json}
 * they answer JSON in place of a redirection.
 *
 * <ul>
 *   <li>{@code POST /checkout/<id>/pay} ({@code method=card|paypal}) and {@code /decline}
 *   <li>{@code POST /control/subscriptions/<id>/<verb>}: {@code renew}, {@code fail}, {@code
 *       recover}, {@code unpaid}, {@code cancel}, {@code resume}, {@code pause}, {@code
 *       pause-free}, {@code unpause}, {@code expire}, {@code change} ({@code variant=<id>})
 *   <li>{@code POST /control/orders/<id>/refund} and {@code
 *       /control/subscription-invoices/<id>/refund} ({@code cents=<amount>}, the rest without it)
 *   <li>{@code POST /control/deliveries/<number>/send}: the same bytes once more
 *   <li>{@code POST /control/delivery} ({@code mode=once|twice|reversed|lost}): what becomes of the
 *       events from now on
 *   <li>{@code POST /control/outage} ({@code calls=<number>}): so many next calls of the API get
 *       503
 *   <li>{@code GET /control/state}: everything as JSON
 * </ul>
 */
package studio.pingvas.launcher.lemonsqueezy;
