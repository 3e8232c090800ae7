package studio.pingvas.user.identities.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.user.ExternalSignIn.Arrival;
import studio.pingvas.contracts.user.ExternalSignIn.Callback;
import studio.pingvas.contracts.user.ExternalSignIn.Departure;
import studio.pingvas.contracts.user.ExternalSignInFailedException;
import studio.pingvas.user.UsersDatabase;
import studio.pingvas.user.openid.OpenIdFixture;
import studio.pingvas.user.openid.StubIssuer;

/** Discord's two endpoints, answered by a stub in the form that Discord documents. */
class DiscordSignInTest {
    private static final String USER = "/users/@me";

    private final StubIssuer discord = new StubIssuer();
    private SignInJourney journey;

    @BeforeEach
    void newNode() {
        UsersDatabase.empty();
        journey = new SignInJourney(OpenIdFixture.settings(null, discord.address()), "discord");
        discord.answer(
                StubIssuer.TOKEN,
                "{\"access_token\":\"opaque\",\"token_type\":\"Bearer\",\"expires_in\":604800,"
                        + "\"refresh_token\":\"opaque too\",\"scope\":\"identify email\"}");
        answerUser("\"verified\":true");
    }

    @AfterEach
    void close() {
        discord.close();
    }

    @Test
    void requestAsksForIdentityAndAddress() {
        assertThat(SignInJourney.query(journey.depart()))
                .containsEntry("scope", "identify email")
                .containsEntry("code_challenge_method", "S256")
                .doesNotContainKey("nonce");
    }

    @Test
    void strangerGetsAnAccountWithNamePictureAndAddress() {
        Arrival arrival = journey.arrive(journey.depart(), "code");
        assertThat(arrival.identity().email()).isEqualTo("nelly@example.test");
        assertThat(
                        UsersDatabase.query(
                                "SELECT display_name || ' ' || avatar_url || ' ' || email_verified"
                                        + " FROM account",
                                String.class))
                .isEqualTo(
                        "Nelly https://cdn.discordapp.com/avatars/80351110224678912/8342729096.png"
                                + " true");
        assertThat(
                        UsersDatabase.query(
                                "SELECT issuer || ' ' || subject FROM linked_identity",
                                String.class))
                .isEqualTo("https://discord.example.test 80351110224678912");
        assertThat(journey.arrive(journey.depart(), "code").identity().userId())
                .isEqualTo(arrival.identity().userId());
    }

    @Test
    void addressThatDiscordHasNotVerifiedIsNotBelieved() {
        answerUser("\"verified\":false");
        assertThat(journey.arrive(journey.depart(), "code").identity().email()).isNull();
    }

    @Test
    void userWithoutANumberIsNobody() {
        for (String id : new String[] {"null", "\"\"", "\"../../1\"", "\"1 OR 1\""}) {
            discord.answer(USER, "{\"id\":" + id + ",\"username\":\"nelly\"}");
            assertFails(journey.depart());
        }
    }

    @Test
    void withoutATokenNobodyIsAsked() {
        discord.answer(StubIssuer.TOKEN, "{\"error\":\"invalid_grant\"}");
        assertFails(journey.depart());
        assertThat(discord.asked(USER)).isZero();
    }

    @Test
    void redirectOfAnotherIssuerIsRefused() {
        Departure departure = journey.depart();
        Callback back = SignInJourney.callback(departure, "code");
        Callback mixedUp =
                new Callback(
                        back.state(),
                        "code",
                        "https://accounts.google.com",
                        null,
                        back.browserSecret(),
                        null);
        assertThatThrownBy(() -> journey.arrive(mixedUp))
                .isInstanceOf(ExternalSignInFailedException.class);
    }

    @Test
    void unacceptableNamesAreReplaced() {
        discord.answer(USER, "{\"id\":\"1\",\"username\":\"\\u0000\",\"global_name\":\"\"}");
        journey.arrive(journey.depart(), "code");
        assertThat(UsersDatabase.query("SELECT display_name FROM account", String.class))
                .isEqualTo("New user");
    }

    private void answerUser(String verified) {
        discord.answer(
                USER,
                "{\"id\":\"80351110224678912\",\"username\":\"nelly\",\"global_name\":\"Nelly\","
                        + "\"avatar\":\"8342729096\",\"mfa_enabled\":true,"
                        + "\"email\":\"nelly@example.test\","
                        + verified
                        + "}");
    }

    private void assertFails(Departure departure) {
        assertThatThrownBy(() -> journey.arrive(departure, "code"))
                .isInstanceOf(ExternalSignInFailedException.class);
    }
}
