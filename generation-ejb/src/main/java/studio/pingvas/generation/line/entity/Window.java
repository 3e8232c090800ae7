package studio.pingvas.generation.line.entity;

import java.util.UUID;

/**
 * What is dispatched and not started.
 *
 * @param jobs how many
 * @param serial number of the dispatch of the oldest of them
 * @param oldest of them, or null
 */
public record Window(int jobs, long serial, UUID oldest) {
    /**
     * How many jobs were dispatched after the oldest and have gone before it. None of the others
     * has more.
     *
     * @param dispatches number of the newest dispatch
     */
    public long overtakers(long dispatches) {
        return jobs == 0 ? 0 : dispatches - serial - (jobs - 1);
    }
}
