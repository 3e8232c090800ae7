package studio.pingvas.generation.line.control;

import jakarta.persistence.EntityManager;
import java.util.Map;
import studio.pingvas.contracts.payment.Tier;

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

    static LineReader reader(EntityManager entities) {
        LineReader reader = new LineReader();
        reader.entities = entities;
        reader.weights = tierLines(entities).weights;
        return reader;
    }
}
