package studio.pingvas.system.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.pingvas.system.client.Person;
import studio.pingvas.system.client.Wanted;

/** What belongs to somebody else is not there, on every route. */
class ForeignThingsIT {
    private static Person owner;
    private static Person stranger;
    private static String jobId;
    private static String imageId;

    @BeforeAll
    static void makeAPicture() {
        owner = EndToEnd.newcomer();
        stranger = EndToEnd.newcomer();
        jobId = owner.order(Wanted.aPicture());
        JsonNode job = owner.completed(jobId);
        imageId = job.get("images").get(0).get("image_id").asText();
    }

    static Stream<String> routes() {
        return Stream.of(
                "GET queue/items/JOB",
                "GET queue/items/JOB/events",
                "DELETE queue/items/JOB",
                "GET images/IMAGE",
                "GET images/IMAGE/file",
                "GET images/IMAGE/thumbnail",
                "DELETE images/IMAGE",
                "GET gallery/images/IMAGE");
    }

    @ParameterizedTest
    @MethodSource("routes")
    void strangerFindsNothing(String route) {
        assertThat(ask(stranger.token(), route)).isEqualTo("404 not-found");
        stillTheOwners();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void whoIsNotSignedInIsAskedToSignIn(String route) {
        assertThat(ask(null, route)).isEqualTo("401 token-missing");
        stillTheOwners();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void unknownAndImpossibleIdsAreNotFoundEither(String route) {
        for (String id : new String[] {UUID.randomUUID().toString(), "1", "x'--"}) {
            String unknown = route.replace("JOB", id).replace("IMAGE", id);
            assertThat(ask(owner.token(), unknown.replace("'", "%27")))
                    .as(unknown)
                    .isEqualTo("404 not-found");
        }
    }

    @Test
    void listsShowOnlyWhatIsOnesOwn() {
        assertThat(stranger.get("queue/items").with(200).json().get("items")).isEmpty();
        assertThat(stranger.images()).isEmpty();
        assertThat(owner.images()).hasSize(1);
    }

    @Test
    void ledgerCheckIsForAdministratorsAlone() {
        assertThat(owner.get("admin/ledger/check").status()).isEqualTo(403);
    }

    private static void stillTheOwners() {
        owner.get("queue/items/" + jobId).with(200);
        owner.get("images/" + imageId + "/file").with(200);
    }

    private static String ask(String token, String route) {
        String[] parts = route.replace("JOB", jobId).replace("IMAGE", imageId).split(" ");
        return owner.client()
                .send(
                        owner.client()
                                .request(token, parts[1])
                                .method(
                                        parts[0],
                                        java.net.http.HttpRequest.BodyPublishers.noBody()))
                .problem();
    }
}
