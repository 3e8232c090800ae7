package studio.pingvas.system.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.pingvas.system.Database;
import studio.pingvas.system.RunningPlatform;
import studio.pingvas.system.client.Eventually;
import studio.pingvas.system.client.Person;
import studio.pingvas.system.client.Wanted;

class AccountDeletionIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final List<String> PERSONAL_TABLES =
            List.of(
                    "generation.job",
                    "generation.job_event",
                    "generation.user_line",
                    "gallery.image");

    private final Person person = EndToEnd.newcomer();
    private final UUID id = person.id();

    @Test
    void nothingOfThePersonStaysButTheBooks() {
        JsonNode done = person.completed(person.order(Wanted.aPicture()));
        String file = done.get("images").get(0).get("image_url").asText();
        String running = person.order(Wanted.aPicture().steps(30));
        person.order(Wanted.aPicture());
        person.order(Wanted.aPicture());
        Eventually.get(
                PATIENCE,
                "the start of the job",
                () -> Person.status(person.job(running)),
                status -> !status.equals("queued"));
        assertThat(folder()).exists();

        person.delete("users/me").with(204);

        assertThat(person.get("users/me").status()).isEqualTo(401);
        assertThat(person.get(file).status()).isEqualTo(401);
        assertThat(person.submit(Wanted.aPicture()).status()).isEqualTo(401);
        assertThat(Person.login(person.client(), person.email(), person.password()).problem())
                .isEqualTo("401 bad-credentials");
        awaitErasure();
        assertThat(rows("payments.hold WHERE state = 'HELD' AND user_id = ?")).isZero();
        assertThat(rows("payments.transfer WHERE user_id = ?")).isPositive();
        Invariants.hold();
    }

    @Test
    void addressIsFreeForAnotherPersonWhoStartsWithNothing() {
        person.completed(person.order(Wanted.aPicture()));
        person.delete("users/me").with(204);

        person.client()
                .post(
                        null,
                        "auth/register",
                        Person.object("email", person.email())
                                .put("password", "another long password")
                                .put("display_name", "Second")
                                .toString())
                .with(201);
        Person second = Person.knownAt(EndToEnd.url(), person.email(), "another long password");

        assertThat(second.id()).isNotEqualTo(id);
        assertThat(second.images()).isEmpty();
        assertThat(second.balance().get("balance").asLong()).isEqualTo(1_000);
        assertThat(person.get("users/me").status()).isEqualTo(401);
    }

    @Test
    void deletionWithoutTheBrokerIsFinishedWhenItIsBack() {
        person.completed(person.order(Wanted.aPicture()));
        RunningPlatform.platform().stopBroker();
        try {
            person.delete("users/me").with(204);
            assertThat(rows("gallery.image WHERE user_id = ?")).isOne();
        } finally {
            RunningPlatform.platform().startBroker();
        }
        awaitErasure();
    }

    @Test
    void personIsToldByMail() {
        person.delete("users/me").with(204);

        assertThat(
                        Database.column(
                                "postgres",
                                "SELECT kind FROM users.mail WHERE recipient = ?",
                                person.email()))
                .contains("account-deleted");
    }

    private void awaitErasure() {
        for (String table : PERSONAL_TABLES) {
            Eventually.get(
                    PATIENCE,
                    "rows of " + table,
                    () -> rows(table + " WHERE user_id = ?"),
                    left -> left == 0);
        }
        Eventually.get(PATIENCE, "objects", () -> Files.exists(folder()), exists -> !exists);
    }

    private Path folder() {
        return RunningPlatform.data().resolve("objects/users/" + id);
    }

    private long rows(String tableAndCondition) {
        return Database.number("SELECT count(*) FROM " + tableAndCondition, id);
    }
}
