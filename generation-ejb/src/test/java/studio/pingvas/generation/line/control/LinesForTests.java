package studio.pingvas.generation.line.control;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.generation.GenerationDatabase;
import studio.pingvas.generation.line.entity.Before;

/** Wires what the container would inject. */
public final class LinesForTests {
    private LinesForTests() {}

    public static UserLines userLines(EntityManager entities) {
        UserLines lines = new UserLines();
        lines.entities = entities;
        return lines;
    }

    public static TierLines tierLines(EntityManager entities) {
        TierLines tiers = new TierLines();
        tiers.entities = entities;
        tiers.weights =
                new TierWeights() {
                    @Override
                    public Map<Tier, Double> byTier() {
                        return SimulatedLine.WEIGHTS;
                    }
                };
        return tiers;
    }

    /** Read anew for everybody who asks. */
    public static CurrentLine currentLine(EntityManager entities) {
        return new CurrentLine() {
            @Override
            public LineState get() {
                return reader(entities).read();
            }
        };
    }

    /** Read anew for everybody who asks, each time in a transaction of its own. */
    public static CurrentLine currentLine(GenerationDatabase database) {
        return new CurrentLine() {
            @Override
            public LineState get() {
                return database.inTransaction(entities -> reader(entities).read());
            }
        };
    }

    /** Nobody waits, and nothing is under way. */
    public static LineState emptyLine() {
        return lineBehind(0);
    }

    /** Nobody waits, and so many jobs are sent already. */
    public static LineState lineBehind(int dispatched) {
        return new LineState(
                new LineOutlook(Map.of(), SimulatedLine.WEIGHTS, Set.of(), List.of()),
                new Before(dispatched, 1, dispatched),
                Set.of(),
                Before.NOTHING);
    }

    static LineReader reader(EntityManager entities) {
        LineReader reader = new LineReader();
        reader.entities = entities;
        reader.weights = tierLines(entities).weights;
        return reader;
    }
}
