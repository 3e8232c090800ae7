/**
 * Starts the whole platform on one machine from embedded parts, and ends it again. One class per
 * part ({@code PostgresPart}, {@code BrokerPart}, {@code ServerPart}, {@code WorkerPart}), one per
 * command of {@code ./studio}; {@link studio.pingvas.launcher.Platform} is the entry for tests.
 *
 * <p><b>Secrets.</b> They lie in {@code <data>/secrets}, one file each, and never on a command
 * line. PostgreSQL and the broker get theirs as files. Payara takes the passwords of its pools as
 * password aliases, and the settings of the application by MicroProfile Config from the environment
 * of its process: of the ways Payara offers, the environment is the one that a container in
 * production has as well ({@code studio.master-key} is {@code STUDIO_MASTER_KEY}). Payara would
 * also read the aliases themselves and {@code config/secrets/<name>} of its domain.
 *
 * <p><b>Processes.</b> Whatever is started is written to {@code <data>/studio.json} at once, with
 * its start time, so that a later command ends exactly what is its own, even if the launcher was
 * killed half-way.
 */
package studio.pingvas.launcher;
