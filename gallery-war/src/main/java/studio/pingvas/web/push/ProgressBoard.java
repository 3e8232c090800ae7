package studio.pingvas.web.push;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import studio.pingvas.contracts.generation.message.GenerationProgressed;

/** The last progress of the jobs that this node heard of most recently. */
@ApplicationScoped
public class ProgressBoard {
    // A preview is up to 20 KiB of text: this many stay within some 20 MiB.
    private static final int MAX_JOBS = 1_000;

    private final Map<UUID, GenerationProgressed> newest =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<UUID, GenerationProgressed> eldest) {
                    return size() > MAX_JOBS;
                }
            };

    public synchronized void note(GenerationProgressed progress) {
        newest.merge(progress.jobId(), progress, ProgressBoard::newer);
    }

    public synchronized Optional<GenerationProgressed> of(UUID jobId) {
        return Optional.ofNullable(newest.get(jobId));
    }

    private static GenerationProgressed newer(
            GenerationProgressed known, GenerationProgressed heard) {
        return heard.attempt().compareTo(known.attempt()) < 0 ? known : heard;
    }
}
