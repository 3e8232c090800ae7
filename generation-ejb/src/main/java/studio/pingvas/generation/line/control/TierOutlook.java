package studio.pingvas.generation.line.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import studio.pingvas.generation.line.entity.Before;
import studio.pingvas.generation.line.entity.TierTags;
import studio.pingvas.generation.line.entity.UserBacklog;

/**
 * The waiting jobs of one tier in the order of their start tags, with the seconds before each. The
 * jobs of one user count alike, each as long as their mean. Of very many jobs a sample stands for
 * all.
 */
final class TierOutlook {
    /** Enough for an error of about one in a hundred. */
    private static final int MOST_ENTRIES = 20_000;

    /** The same tag may have been summed up in another order. */
    private static final double ROUNDING = 1e-9;

    private final double startTag;
    private final double weight;
    private final double virtualTime;

    /** Above 1 in a sample. */
    private final double jobsPerEntry;

    private final double[] tags;
    private final long[] readyMicros;

    /** Of all entries before; one longer than the entries. */
    private final double[] secondsBefore;

    private final int[] peopleBefore;

    private record Entry(double tag, long readyMicros, double seconds, boolean first) {}

    /**
     * @param tags with the start tag that counts now
     */
    TierOutlook(TierTags tags, double weight, List<UserBacklog> users) {
        this.startTag = tags.startTag();
        this.virtualTime = tags.virtualTime();
        this.weight = weight;
        long jobs = users.stream().mapToLong(UserBacklog::jobs).sum();
        jobsPerEntry = Math.max(1, (double) jobs / MOST_ENTRIES);
        List<Entry> entries = jobsPerEntry == 1 ? all(users) : sample(users);
        entries.sort(Comparator.comparingDouble(Entry::tag).thenComparingLong(Entry::readyMicros));
        this.tags = entries.stream().mapToDouble(Entry::tag).toArray();
        readyMicros = entries.stream().mapToLong(Entry::readyMicros).toArray();
        secondsBefore = new double[entries.size() + 1];
        for (int i = 0; i < entries.size(); i++) {
            secondsBefore[i + 1] = secondsBefore[i] + jobsPerEntry * entries.get(i).seconds();
        }
        peopleBefore = jobsPerEntry == 1 ? countFirsts(entries) : countFirsts(users, this.tags);
    }

    private List<Entry> all(List<UserBacklog> users) {
        List<Entry> entries = new ArrayList<>();
        for (UserBacklog user : users) {
            for (int job = 0; job < user.jobs(); job++) {
                entries.add(entry(user, job));
            }
        }
        return entries;
    }

    /** Of the jobs of all users, one after the other, one out of so many, each time another. */
    private List<Entry> sample(List<UserBacklog> users) {
        List<Entry> entries = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(1);
        long begin = 0;
        double next = random.nextDouble() * jobsPerEntry;
        for (UserBacklog user : users) {
            while (next < begin + user.jobs()) {
                entries.add(entry(user, (int) (next - begin)));
                next = (entries.size() + random.nextDouble()) * jobsPerEntry;
            }
            begin += user.jobs();
        }
        return entries;
    }

    private Entry entry(UserBacklog user, int job) {
        double mean = user.seconds() / user.jobs();
        return new Entry(
                firstTag(user) + job * mean, Moment.micros(user.readyAt()), mean, job == 0);
    }

    private double firstTag(UserBacklog user) {
        return Math.max(user.startTag(), virtualTime);
    }

    private static int[] countFirsts(List<Entry> entries) {
        int[] people = new int[entries.size() + 1];
        for (int i = 0; i < entries.size(); i++) {
            people[i + 1] = people[i] + (entries.get(i).first() ? 1 : 0);
        }
        return people;
    }

    /** The sample has not everybody's first job. */
    private int[] countFirsts(List<UserBacklog> users, double[] ofEntries) {
        double[] firsts = users.stream().mapToDouble(this::firstTag).sorted().toArray();
        int[] people = new int[ofEntries.length + 1];
        int counted = 0;
        for (int i = 0; i < ofEntries.length; i++) {
            while (counted < firsts.length && firsts[counted] <= ofEntries[i]) {
                counted++;
            }
            people[i + 1] = counted;
        }
        return people;
    }

    double virtualTime() {
        return virtualTime;
    }

    /** What of this tier goes before a job of it with that tag. */
    Before before(double tag, long ready) {
        int low = 0;
        int high = tags.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean equal = Math.abs(tags[middle] - tag) < ROUNDING;
            if (equal ? readyMicros[middle] < ready : tags[middle] < tag) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return upTo(low);
    }

    /** The tag of the tier when so much of it was served. */
    double tierTag(double seconds) {
        return startTag + seconds / weight;
    }

    /** What of this tier goes before a job of another tier that has that tag. */
    Before beforeOther(TierOutlook other, double tierTag) {
        double seconds = (tierTag - startTag) * weight;
        // The heavier tier goes first if the tags are equal.
        seconds += weight > other.weight ? ROUNDING : -ROUNDING;
        int index = Arrays.binarySearch(secondsBefore, 0, tags.length, seconds);
        return upTo(index < 0 ? -index - 1 : index);
    }

    private Before upTo(int entries) {
        int jobs = (int) Math.round(entries * jobsPerEntry);
        return new Before(jobs, peopleBefore[entries], secondsBefore[entries]);
    }
}
