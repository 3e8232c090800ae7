package studio.pingvas.gallery.sweep;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import studio.pingvas.gallery.schedule.GalleryTask;
import studio.pingvas.gallery.store.GalleryObjects;
import studio.pingvas.platform.schedule.Schedule;
import studio.pingvas.platform.store.StoredObject;

/**
 * Walks through the store, a part in each run. An object of a picture that no row records is of a
 * lost attempt, once it is older than any job and its result can be on the way.
 */
@ApplicationScoped
public class ObjectSweep implements GalleryTask {
    static final int PAGE = 1_000;
    private static final int MOST_PAGES = 300;
    private static final int MOST_ROWS = 5_000;
    private static final int MOST_COMPLAINTS = 20;
    private static final String TOP = "users";
    private static final Duration RUN_LIMIT = Duration.ofMinutes(5);

    /** Results that the broker kept while the server was down are recorded first. */
    private static final Duration SETTLING = Duration.ofMinutes(30);

    private static final Duration SHORTEST_AGE = Duration.ofHours(1);
    private static final Logger LOG = System.getLogger(ObjectSweep.class.getName());

    @Inject SweptRows rows;
    @Inject GalleryObjects objects;

    @Inject
    @ConfigProperty(name = "studio.store.orphan-age")
    Duration age;

    Clock clock = Clock.systemUTC();

    private Instant started;

    /** What one run has done. */
    private static final class Tally {
        long looked;
        int deleted;
        int missing;
    }

    @PostConstruct
    void begin() {
        if (age.compareTo(SHORTEST_AGE) < 0) {
            throw new IllegalStateException(
                    "studio.store.orphan-age is below " + SHORTEST_AGE + ": " + age);
        }
        started = clock.instant();
    }

    @Override
    public String name() {
        return "sweep-objects";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofHours(1), Duration.ofMinutes(17));
    }

    @Override
    public String run() throws IOException {
        Instant begin = clock.instant();
        if (begin.isBefore(started.plus(SETTLING))) {
            return "Nothing yet: results from before the start may still come.";
        }
        Tally tally = new Tally();
        boolean atEnd = false;
        for (int page = 0; page < MOST_PAGES && !atEnd; page++) {
            if (clock.instant().isAfter(begin.plus(RUN_LIMIT))) {
                break;
            }
            atEnd = sweepPage(tally);
        }
        return "Looked at %d objects%s, deleted %d of lost attempts; %d pictures lack objects."
                .formatted(tally.looked, atEnd ? " to the last" : "", tally.deleted, tally.missing);
    }

    private boolean sweepPage(Tally tally) throws IOException {
        String after = rows.position();
        ObjectPage page =
                ObjectPage.of(
                        objects.store().list(TOP, after.isEmpty() ? null : after, PAGE), PAGE);
        reportMissing(page, after, tally);
        deleteOrphans(page, tally);
        tally.looked += page.objects().size();
        rows.moveTo(page.last() ? null : page.end());
        return page.last();
    }

    private void reportMissing(ObjectPage page, String after, Tally tally) {
        Set<String> present =
                page.objects().stream().map(StoredObject::key).collect(Collectors.toSet());
        String upTo = page.last() ? null : page.end();
        for (List<String> keys : rows.keysBetween(after, upTo, MOST_ROWS)) {
            if (present.containsAll(keys)) {
                continue;
            }
            tally.missing++;
            if (tally.missing <= MOST_COMPLAINTS) {
                LOG.log(Level.WARNING, "A picture lacks objects of {0}", keys);
            }
        }
    }

    private void deleteOrphans(ObjectPage page, Tally tally) throws IOException {
        Map<UUID, List<String>> old = oldObjects(page);
        Set<String> recorded = rows.recorded(old.keySet());
        for (Map.Entry<UUID, List<String>> image : old.entrySet()) {
            List<String> orphans =
                    image.getValue().stream().filter(key -> !recorded.contains(key)).toList();
            if (!orphans.isEmpty()) {
                tally.deleted += rows.deleteUnrecorded(image.getKey(), orphans);
            }
        }
    }

    private Map<UUID, List<String>> oldObjects(ObjectPage page) {
        Instant before = clock.instant().minus(age);
        Map<UUID, List<String>> old = new LinkedHashMap<>();
        for (StoredObject object : page.objects()) {
            if (object.modifiedAt().isBefore(before)) {
                ImageKey.of(object.key())
                        .ifPresent(
                                key ->
                                        old.computeIfAbsent(key.imageId(), id -> new ArrayList<>())
                                                .add(object.key()));
            }
        }
        return old;
    }
}
