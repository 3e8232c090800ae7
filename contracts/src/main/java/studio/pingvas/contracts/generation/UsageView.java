package studio.pingvas.contracts.generation;

import java.time.LocalDate;
import java.util.List;

/**
 * @param days each day of the period, oldest first, also those without any use
 * @param byModel the models that were used, the most expensive first
 */
public record UsageView(List<Day> days, Usage totals, List<ModelUsage> byModel) {
    public UsageView {
        days = List.copyOf(days);
        byModel = List.copyOf(byModel);
    }

    /**
     * @param jobs that were accepted
     * @param images of those that were completed
     * @param creditsUsed what they were charged
     * @param seconds how long workers ran for them
     */
    public record Usage(long jobs, long images, long creditsUsed, double seconds) {
        public static final Usage NONE = new Usage(0, 0, 0, 0);

        public Usage plus(Usage other) {
            return new Usage(
                    jobs + other.jobs,
                    images + other.images,
                    creditsUsed + other.creditsUsed,
                    seconds + other.seconds);
        }
    }

    public record Day(LocalDate day, Usage usage) {}

    public record ModelUsage(String model, Usage usage) {}
}
