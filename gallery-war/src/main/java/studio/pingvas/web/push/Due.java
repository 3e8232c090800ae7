package studio.pingvas.web.push;

import studio.pingvas.contracts.generation.message.GenerationProgressed;
import studio.pingvas.contracts.generation.message.RecordedEvent;

/** Something that a follower is to be told. */
sealed interface Due {
    /**
     * There may be events in the database that it has not been told.
     *
     * @param upTo those up to this number are there for sure, or {@link #UNKNOWN}
     */
    record Look(long upTo) implements Due {
        static final long UNKNOWN = 0;
    }

    record Event(RecordedEvent event) implements Due {}

    record Step(GenerationProgressed progress) implements Due {}
}
