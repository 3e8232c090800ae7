package studio.pingvas.system.faults;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import studio.pingvas.system.Database;
import studio.pingvas.system.client.Answer;
import studio.pingvas.system.client.Person;
import studio.pingvas.system.client.Wanted;
import studio.pingvas.system.endtoend.EndToEnd;

/** One random course of events. */
final class ChaosRun {
    private static final List<String> TIERS = List.of("free", "starter", "pro", "enterprise");
    private static final int WORKERS = 2;
    private static final int MOST_JOBS_AT_ONCE = 5;

    private final Random random;
    private final List<Person> people;
    private final Map<String, Person> jobs = new LinkedHashMap<>();
    private final List<String> story = new ArrayList<>();
    private final int stepMillis;
    private boolean serverRestarted;

    ChaosRun(long seed, int stepMillis) {
        this.random = new Random(seed);
        this.stepMillis = stepMillis;
        this.people = TIERS.stream().map(ChaosRun::personOf).toList();
    }

    private static Person personOf(String tier) {
        Person person = EndToEnd.newcomer();
        if (!tier.equals("free")) {
            EndToEnd.giveTier(person, tier);
        }
        return person;
    }

    /** What was done so far, for whoever has to find out why it went wrong. */
    String story() {
        return String.join(", ", story);
    }

    void doSomething() {
        int chance = random.nextInt(100);
        if (chance < 55) {
            submit(1 + random.nextInt(MOST_JOBS_AT_ONCE));
        } else if (chance < 70) {
            cancelOne();
        } else if (chance < 78) {
            retryOne();
        } else if (chance < 88) {
            int worker = 1 + random.nextInt(WORKERS);
            tell("kill worker " + worker);
            ChaosPlatform.replaceWorker(worker, stepMillis);
        } else if (chance < 93) {
            int millis = 500 + random.nextInt(2_500);
            tell("pause broker " + millis);
            ChaosPlatform.pause("broker", millis);
        } else if (chance < 96) {
            tell("kill broker");
            ChaosPlatform.replaceBroker();
        } else {
            restartServerOnce();
        }
    }

    /** Ids of jobs that were accepted, and of which the database knows nothing. */
    List<String> unknownJobs() {
        return jobs.keySet().stream()
                .filter(
                        job ->
                                Database.number(
                                                "SELECT count(*) FROM generation.job WHERE id = ?",
                                                UUID.fromString(job))
                                        == 0)
                .toList();
    }

    private void submit(int count) {
        Person person = one(people);
        tell("submit " + count);
        for (int i = 0; i < count; i++) {
            Wanted wanted = Wanted.aPicture().seed(random.nextInt(1_000));
            String key = UUID.randomUUID().toString();
            Answer answer = person.submit(wanted, key);
            accept(person, answer);
            if (random.nextInt(5) == 0) {
                requireTheSame(person, answer, person.submit(wanted, key));
            }
        }
    }

    /** Unless there was no room for the first, and there is now. */
    private void requireTheSame(Person person, Answer first, Answer again) {
        if (first.status() == 202) {
            String job = again.with(202).json().get("job_id").asText();
            if (!job.equals(first.json().get("job_id").asText())) {
                throw new AssertionError("One key named two jobs");
            }
        } else if (again.status() == 202) {
            accept(person, again);
        }
    }

    private void accept(Person person, Answer answer) {
        if (answer.status() == 202) {
            jobs.put(answer.json().get("job_id").asText(), person);
        } else if (answer.status() != 429) {
            throw new AssertionError("A submission was answered with " + answer);
        }
    }

    private void cancelOne() {
        if (!jobs.isEmpty()) {
            String job = one(List.copyOf(jobs.keySet()));
            int status = jobs.get(job).delete("queue/items/" + job).status();
            tell("cancel " + status);
            require(List.of(202, 409), status);
        }
    }

    private void retryOne() {
        if (!jobs.isEmpty()) {
            String job = one(List.copyOf(jobs.keySet()));
            Answer answer = jobs.get(job).post("queue/items/" + job + "/retry", "");
            tell("retry " + answer.status());
            require(List.of(202, 409, 429), answer.status());
            if (answer.status() == 202) {
                jobs.put(answer.json().get("job_id").asText(), jobs.get(job));
            }
        }
    }

    /** It takes long: once in a run is enough. */
    private void restartServerOnce() {
        if (!serverRestarted) {
            tell("restart server");
            serverRestarted = true;
            ChaosPlatform.restartServer();
        }
    }

    private static void require(List<Integer> expected, int status) {
        if (!expected.contains(status)) {
            throw new AssertionError("An answer of " + status);
        }
    }

    private <T> T one(List<T> many) {
        return many.get(random.nextInt(many.size()));
    }

    private void tell(String what) {
        story.add(what);
    }
}
