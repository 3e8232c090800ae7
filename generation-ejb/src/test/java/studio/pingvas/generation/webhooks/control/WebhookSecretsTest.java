package studio.pingvas.generation.webhooks.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.generation.GenerationDatabase;
import studio.pingvas.platform.erasure.Erasures;

class WebhookSecretsTest {
    private final WebhookFixture webhooks = new WebhookFixture();
    private final WebhookSecrets secrets = webhooks.secrets();
    private final UUID ann = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();

    @Test
    void secretIsMadeAtItsFirstUseAndStays() {
        String made = secrets.of(ann).orElseThrow();

        assertThat(made).startsWith("whsec_").hasSize(49);
        assertThat(secrets.of(ann)).contains(made);
        assertThat(secrets.of(bob)).isPresent().get().isNotEqualTo(made);
    }

    @Test
    void renewedSecretTakesThePlaceOfTheOldOne() {
        String first = secrets.of(ann).orElseThrow();
        String renewed = secrets.renew(ann);

        assertThat(renewed).isNotEqualTo(first);
        assertThat(secrets.of(ann)).contains(renewed);
    }

    @Test
    void databaseDoesNotKnowTheSecret() {
        String secret = secrets.renew(ann);

        byte[] stored =
                webhooks.database.inTransaction(
                        manager ->
                                (byte[])
                                        manager.createNativeQuery(
                                                        "select sealed from webhook_secret")
                                                .getSingleResult());
        assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                .doesNotContain(secret.substring(6));
    }

    @Test
    void secretOfAnotherUserCannotBePassedOff() {
        secrets.renew(ann);
        GenerationDatabase.DATABASE.execute(
                "update generation.webhook_secret set user_id = '" + bob + "'");

        assertThatThrownBy(() -> secrets.of(bob)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void deletedAccountGetsNoSecret() {
        secrets.renew(ann);
        secrets.forget(ann);
        new Erasures(GenerationDatabase.DATABASE.role()).order(ann);

        assertThatThrownBy(() -> secrets.renew(ann)).isInstanceOf(NotFoundException.class);
        assertThat(secrets.of(ann)).isEmpty();
    }
}
