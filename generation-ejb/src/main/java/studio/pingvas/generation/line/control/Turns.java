package studio.pingvas.generation.line.control;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.generation.line.entity.Contender;
import studio.pingvas.generation.line.entity.TierTags;

/** Some turns of the line, one after the other, to be kept when all were taken. */
public final class Turns {
    private final FairQueue queue;
    private final Map<UUID, Integer> room = new HashMap<>();
    private final Map<Tier, Integer> taken = new EnumMap<>(Tier.class);
    private final Map<UUID, Contender> served = new HashMap<>();
    private long dispatches;

    Turns(Map<Tier, Double> weights) {
        queue = new FairQueue(weights);
    }

    void resume(Tier tier, TierTags tags, long dispatchesOfTier) {
        queue.resume(tier, tags);
        dispatches += dispatchesOfTier;
    }

    /**
     * @param mayStart how many more jobs of the user may be under way
     */
    void add(Contender contender, int mayStart) {
        queue.add(contender);
        room.put(contender.userId(), mayStart);
    }

    /** Whose turn it is. */
    public Optional<Contender> first() {
        return queue.first();
    }

    /** How many compete for the turns. */
    public int contenders() {
        return room.size();
    }

    public int room(Contender contender) {
        return room.get(contender.userId());
    }

    /** The user has nothing that can be taken just now. */
    public void passOver(Contender contender) {
        queue.remove(contender);
    }

    /**
     * The user's job is taken.
     *
     * @param more whether another one could be
     */
    public void take(Contender contender, double seconds, boolean more) {
        Contender next = queue.serve(contender, seconds);
        taken.merge(contender.tier(), 1, Integer::sum);
        served.put(contender.userId(), next);
        dispatches++;
        if (more) {
            queue.add(next);
        }
    }

    /** Jobs taken so far by everybody, ever: the number of the newest dispatch. */
    public long dispatches() {
        return dispatches;
    }

    /** Who was served, with the tags of their next turns. */
    public Collection<Contender> served() {
        return served.values();
    }

    Map<Tier, Integer> takenByTier() {
        return taken;
    }

    TierTags tags(Tier tier) {
        return queue.tags(tier);
    }
}
