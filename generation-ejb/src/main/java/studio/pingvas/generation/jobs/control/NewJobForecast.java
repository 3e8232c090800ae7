package studio.pingvas.generation.jobs.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.generation.forecast.Ahead;
import studio.pingvas.generation.forecast.Eta;
import studio.pingvas.generation.forecast.JobForecast;
import studio.pingvas.generation.jobs.entity.Quote;
import studio.pingvas.generation.line.control.LineState;
import studio.pingvas.generation.line.entity.Before;
import studio.pingvas.generation.line.entity.OwnLine;

/** What is foretold of jobs that come now; answered from memory. */
@Dependent
public class NewJobForecast {
    @Inject JobForecast times;

    /** Of a job that comes now, after the others of its user. */
    public Outlook of(
            LineState state, OwnLine own, UUID userId, Tier tier, String model, Quote quote) {
        Ahead ahead = ahead(state, userId, tier, own);
        return new Outlook(ahead, eta(state, tier, model, quote.seconds(), ahead));
    }

    /**
     * Of jobs that come now, one after the other: where the first stands, and when the last is
     * done.
     *
     * @param model of the last
     */
    public Outlook of(
            LineState state,
            OwnLine own,
            UUID userId,
            Tier tier,
            String model,
            List<Quote> quotes) {
        double all = quotes.stream().mapToDouble(Quote::seconds).sum();
        double last = quotes.get(quotes.size() - 1).seconds();
        Ahead others = ahead(state, userId, tier, own.with(all - last));
        Ahead ofLast =
                new Ahead(
                        others.jobs() + quotes.size() - 1,
                        others.people(),
                        others.seconds() + all - last,
                        others.runningJobs(),
                        others.runningSeconds());
        return new Outlook(ahead(state, userId, tier, own), eta(state, tier, model, last, ofLast));
    }

    /** Null while the tier is paused. */
    Eta eta(LineState state, Tier tier, String model, double seconds, Ahead ahead) {
        return state.line().isPaused(tier) ? null : times.waiting(tier, model, seconds, ahead);
    }

    /**
     * What is before a job that waits.
     *
     * @param own the user's jobs that go before it
     */
    public static Ahead ahead(LineState state, UUID userId, Tier tier, OwnLine own) {
        double ownSeconds = own.waitingSeconds();
        Before before = state.line().before(tier, own.startTag(), own.readyAt(), ownSeconds);
        return new Ahead(
                // The line was seen a moment ago; jobs of its owner may have come since.
                Math.max(before.jobs(), own.waiting()) + state.dispatched().jobs(),
                others(before.people(), ownSeconds > 0)
                        + others(
                                state.dispatchedUsers().size(),
                                state.dispatchedUsers().contains(userId)),
                Math.max(before.seconds(), ownSeconds) + state.dispatched().seconds(),
                state.running().jobs(),
                state.running().seconds());
    }

    private static int others(int people, boolean ownerIsAmongThem) {
        return Math.max(0, people - (ownerIsAmongThem ? 1 : 0));
    }
}
