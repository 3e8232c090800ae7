package studio.pingvas.generation.line.control;

import java.util.Set;
import java.util.UUID;
import studio.pingvas.generation.line.entity.Before;

/**
 * What stands between a new job and its end.
 *
 * @param line jobs that wait
 * @param dispatched and not started: before everything that waits
 * @param dispatchedUsers whose jobs these are
 * @param running at the workers
 */
public record LineState(
        LineOutlook line, Before dispatched, Set<UUID> dispatchedUsers, Before running) {}
