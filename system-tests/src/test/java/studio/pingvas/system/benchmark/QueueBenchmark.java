package studio.pingvas.system.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import studio.pingvas.launcher.Platform;
import studio.pingvas.launcher.PlatformOptions;
import studio.pingvas.platform.benchmark.Machine;

/**
 * {@code ./studio bench queue}: what a submission and a finished job cost on the whole platform,
 * how long a job takes when nobody else is there, and what a long line changes.
 */
class QueueBenchmark {
    private static final int LATENCY_JOBS = 400;
    private static final int MORE_THAN_GO_AT_ONCE = 100;
    private static final String HEADER =
            "| what | users | a second | CPU µs | of it | transactions | that write |\n"
                    + "|---|---|---|---|---|---|---|";

    private final Settings settings = Settings.ofEnvironment();
    private Platform platform;
    private Truth truth;
    private Crowd crowd;
    private Workers workers;
    private FlameGraphs flames;

    @Test
    void measure() throws Exception {
        if (settings.data() != null) {
            measureOn(Platform.in(settings.data()));
            return;
        }
        Path data = Files.createTempDirectory("studio-bench-");
        try {
            measureOn(Platform.start(options(data), line -> {}));
        } finally {
            Platform.in(data).stop();
            Folder.delete(data);
        }
    }

    private void measureOn(Platform started) throws Exception {
        platform = started;
        truth = new Truth(platform);
        crowd = Crowd.of(platform, settings.users());
        workers = new Workers(platform);
        flames = FlameGraphs.in(settings.flames());
        describe();
        warmUp();
        measureAll();
    }

    private PlatformOptions options(Path data) {
        return PlatformOptions.in(data)
                .onPort(settings.port())
                .withoutPicture()
                .withoutStandIn()
                .forLoad()
                .withSetting("studio.engine", "null")
                .withSetting("studio.load.accounts", "true");
    }

    private void describe() throws IOException {
        print(Machine.describe());
        print(
                truth.text(
                        "select 'PostgreSQL: ' || string_agg(name || ' ' || setting, ', ')"
                                + " from pg_settings where name in ('server_version', 'fsync',"
                                + " 'synchronous_commit', 'shared_buffers')"));
        print(settings.users() + " users, enterprise; " + settings.length() + " each; 20 steps");
    }

    private void measureAll() throws Exception {
        print("\n" + HEADER);
        measure("empty endpoint", 1, this::askWhetherAlive);
        measure("empty endpoint", settings.users(), this::askWhetherAlive);
        try (Truth alone = new Truth(platform)) {
            measure("empty commit", 1, member -> alone.commits());
        }
        workers.pause(1);
        measure("submission", 1, Crowd.Member::submit);
        measure("submission", settings.users(), Crowd.Member::submit);
        workers.resume(1);
        finish("finished job, 1 worker");
        workers.resume(2);
        fillTheLine();
        finish("finished job, 2 workers");
        workers.pause(2);
        measureWholeJobs();
        measureLatency();
        if (settings.backlog() > 0) {
            measureWithBacklog();
        }
    }

    /** The same once more, while so many jobs of others wait. */
    private void measureWithBacklog() throws Exception {
        workers.pause(1);
        // More than the window and the tier let go to the broker.
        for (int job = 0; job < MORE_THAN_GO_AT_ONCE; job++) {
            crowd.member(0).submit();
        }
        long begin = System.nanoTime();
        new Backlog(truth).fill(settings.backlog(), crowd.member(0).userId());
        print(
                "\n%d jobs of 1000 users wait besides; written in %.0f s\n"
                        .formatted(settings.backlog(), (System.nanoTime() - begin) / 1e9));
        print(HEADER);
        measure("submission", settings.users(), Crowd.Member::submit);
        workers.resume(1);
        try (Followers followers = Followers.of(crowd, platform.url())) {
            Thread.sleep(2_000);
            follow("finished job, 1 worker", followers, true);
        }
    }

    /** Until the compilers of the server and of both workers have seen everything. */
    private void warmUp() throws Exception {
        workers.start(1);
        workers.start(2);
        try (Followers followers = Followers.of(crowd, platform.url());
                Rush rush = wholeJobs(followers)) {
            Thread.sleep(settings.warmUp().toMillis());
            if (rush.done() == 0) {
                throw new IllegalStateException("No job was told to be completed.");
            }
        }
        workers.pause(2);
    }

    /** Everybody submits, waits for the end, and submits again. */
    private Rush wholeJobs(Followers followers) {
        return Rush.of(
                crowd.size(),
                number ->
                        () -> {
                            crowd.member(number).submit();
                            followers.awaitCompletedOf(number);
                        });
    }

    private void fillTheLine() throws Exception {
        Rush.during(settings.length(), crowd.size(), number -> crowd.member(number)::submit);
    }

    private void measure(String what, int users, Consumer<Crowd.Member> action) throws Exception {
        try (Rush rush = Rush.of(users, number -> () -> action.accept(crowd.member(number)))) {
            Thread.sleep(1_000);
            flames.begin(platform);
            long doneBefore = rush.done();
            Cost before = Cost.now(platform, truth);
            Thread.sleep(settings.length().toMillis());
            Cost cost = Cost.now(platform, truth).since(before);
            flames.end(platform, what);
            print(cost.line(what, users, rush.done() - doneBefore));
        }
    }

    /** What waits in the line, done while everybody follows. */
    private void finish(String what) throws Exception {
        try (Followers followers = Followers.of(crowd, platform.url())) {
            Thread.sleep(2_000);
            follow(what, followers, false);
            awaitEmptyLine();
        }
    }

    private void measureWholeJobs() throws Exception {
        try (Followers followers = Followers.of(crowd, platform.url());
                Rush rush = wholeJobs(followers)) {
            Thread.sleep(1_000);
            follow("whole job, 1 worker", followers, false);
            if (rush.done() == 0) {
                throw new IllegalStateException("No job was told to be completed.");
            }
        }
    }

    private void follow(String what, Followers followers, boolean others)
            throws InterruptedException, IOException {
        flames.begin(platform);
        long doneBefore = followers.completed();
        long allBefore = truth.dispatches();
        long progressBefore = followers.progress();
        Cost before = Cost.now(platform, truth);
        Thread.sleep(settings.length().toMillis());
        Cost cost = Cost.now(platform, truth).since(before);
        long done = followers.completed() - doneBefore;
        flames.end(platform, what);
        // Beside a backlog, jobs of others are done as well; nobody follows those.
        long all = others ? truth.dispatches() - allBefore : done;
        double frames = (followers.progress() - progressBefore) / (double) Math.max(1, done);
        print(cost.line(what + ", %.1f frames of progress".formatted(frames), crowd.size(), all));
    }

    /** One user, one job after the other, from the request to the frame that says it is done. */
    private void measureLatency() throws Exception {
        awaitEmptyLine();
        try (Followers followers = Followers.of(crowd, platform.url())) {
            long[] nanos = new long[LATENCY_JOBS];
            for (int round = -LATENCY_JOBS / 2; round < LATENCY_JOBS; round++) {
                long begin = System.nanoTime();
                crowd.member(0).submit();
                followers.awaitCompletedOf(0);
                nanos[Math.max(0, round)] = System.nanoTime() - begin;
                Thread.sleep(5);
            }
            Arrays.sort(nanos);
            print(
                    "\nRequest to completion, nobody else there: median %.2f ms, p90 %.2f, p99 %.2f"
                            .formatted(
                                    nanos[LATENCY_JOBS / 2] / 1e6,
                                    nanos[LATENCY_JOBS * 9 / 10] / 1e6,
                                    nanos[LATENCY_JOBS * 99 / 100] / 1e6));
        }
    }

    private void askWhetherAlive(Crowd.Member member) {
        try {
            member.line().get("/livez", null, 200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitEmptyLine() throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(10).toNanos();
        while (truth.unfinishedJobs() > 0) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(truth.unfinishedJobs() + " jobs never ended.");
            }
            Thread.sleep(200);
        }
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
