package studio.pingvas.contracts.generation.message;

import java.util.List;

/**
 * What has happened to jobs a moment ago, told to every node: those of one user in the order of
 * their numbers. It may be lost, repeated or come out of order, since the events stand in the
 * database: whoever serves a user tells an event that follows the last one, and looks there if one
 * is missing.
 *
 * @param version of this message, {@link #VERSION}
 * @param events of any users
 */
public record JobEventsRecorded(int version, List<RecordedEvent> events) {
    public static final int VERSION = 1;

    public JobEventsRecorded {
        events = List.copyOf(events);
    }
}
