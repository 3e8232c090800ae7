package studio.pingvas.web.rest.generation;

import java.time.LocalDate;
import java.util.List;
import studio.pingvas.contracts.generation.UsageView;
import studio.pingvas.contracts.generation.UsageView.Usage;

/**
 * What was made in a period.
 *
 * @param items each day of it, oldest first
 * @param byModel the most expensive first
 */
public record UsageDocument(List<Day> items, Totals totals, List<Model> byModel) {
    static UsageDocument of(UsageView view) {
        return new UsageDocument(
                view.days().stream().map(day -> Day.of(day.day(), day.usage())).toList(),
                Totals.of(view.totals()),
                view.byModel().stream()
                        .map(model -> Model.of(model.model(), model.usage()))
                        .toList());
    }

    /** A day of UTC. */
    public record Day(LocalDate day, long jobs, long images, long creditsUsed, double seconds) {
        static Day of(LocalDate day, Usage usage) {
            return new Day(day, usage.jobs(), usage.images(), usage.creditsUsed(), usage.seconds());
        }
    }

    /** Of the whole period. */
    public record Totals(long jobs, long images, long creditsUsed, double seconds) {
        static Totals of(Usage usage) {
            return new Totals(usage.jobs(), usage.images(), usage.creditsUsed(), usage.seconds());
        }
    }

    /** Of the whole period, by one model. */
    public record Model(String model, long jobs, long images, long creditsUsed, double seconds) {
        static Model of(String model, Usage usage) {
            return new Model(
                    model, usage.jobs(), usage.images(), usage.creditsUsed(), usage.seconds());
        }
    }
}
