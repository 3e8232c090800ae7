package studio.pingvas.system.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import studio.pingvas.system.client.StudioClient;
import studio.pingvas.system.client.Wanted;

/** Accounts that an outside load generator works with; the platform of the tests allows them. */
class LoadAccountsIT {
    private final StudioClient client = EndToEnd.client();

    @Test
    void accountHasTierCreditsAndAKeyThatAsksForPictures() {
        JsonNode opened =
                EndToEnd.admin()
                        .post(
                                "admin/load-accounts",
                                "{\"count\":2,\"tier\":\"pro\",\"credits\":500}")
                        .with(201)
                        .json()
                        .get("items");

        assertThat(opened).hasSize(2);
        String key = opened.get(1).get("api_key").asText();
        JsonNode balance = client.get(key, "credits/balance").with(200).json();
        assertThat(balance.get("purchased").asLong()).isEqualTo(500);
        client.post(key, "generate/text-to-image", Wanted.aPicture().json()).with(202);
        Invariants.hold();
    }

    @Test
    void badWishesAreNamed() {
        assertThat(problemOf("{\"count\":0,\"credits\":1}")).isEqualTo("400 invalid-request");
        assertThat(problemOf("{\"count\":1,\"tier\":\"gold\"}")).isEqualTo("400 invalid-request");
        assertThat(problemOf("{\"count\":1,\"credits\":-1}")).isEqualTo("400 invalid-request");
    }

    private static String problemOf(String json) {
        return EndToEnd.admin().post("admin/load-accounts", json).problem();
    }
}
