package studio.pingvas.system.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import studio.pingvas.system.client.Person;

/** Access tokens that somebody made, against a route that wants one (RFC 8725). */
class ForgedTokensIT {
    private static Person person;
    private static KeyPair foreign;

    @BeforeAll
    static void signIn() throws GeneralSecurityException {
        person = EndToEnd.newcomer();
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2_048);
        foreign = generator.generateKeyPair();
    }

    /** Otherwise the refusals below would prove nothing. */
    @Test
    void tokenThatIsSignedAnewIsAccepted() {
        EndToEnd.client().get(token().signed(), "users/me").with(200);
        EndToEnd.client()
                .get(token().claim("nbf", secondsFromNow(-30)).signed(), "users/me")
                .with(200);
    }

    static Stream<Arguments> forgeries() throws GeneralSecurityException {
        signIn();
        return Stream.of(
                arguments("no algorithm", token().header("alg", "none").unsigned()),
                arguments("algorithm NONE", token().header("alg", "NONE").unsigned()),
                arguments(
                        "the public key as a shared secret",
                        token().header("alg", "HS256").authenticatedBy(publishedKey())),
                arguments("a foreign key", token().signed(foreign.getPrivate())),
                arguments(
                        "a foreign key in the header",
                        token().header("jwk", jwk(foreign)).signed(foreign.getPrivate())),
                arguments(
                        "a foreign key at an address",
                        token().header("jku", "http://127.0.0.1:1/keys")
                                .header("kid", "elsewhere")
                                .signed(foreign.getPrivate())),
                arguments("no key id", token().header("kid", null).signed()),
                arguments("another type", token().header("typ", "at+jwt").signed()),
                arguments("another issuer", token().claim("iss", "https://evil.test").signed()),
                arguments("another audience", token().claim("aud", "another-app").signed()),
                arguments("no audience", token().claim("aud", null).signed()),
                arguments("not good yet", token().claim("nbf", secondsFromNow(600)).signed()),
                arguments("nobody", token().claim("sub", null).signed()),
                arguments("no end", token().claim("exp", null).signed()),
                arguments(
                        "another account in this session",
                        token().claim("sub", UUID.randomUUID().toString()).signed()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void forgeryIsRefused(String what, String token) {
        assertThat(EndToEnd.client().get(token, "users/me").problem())
                .isEqualTo("401 token-invalid");
    }

    @Test
    void adminInTheTokenMakesNoAdministrator() {
        String token = token().claim("groups", List.of("user", "admin")).signed();

        assertThat(EndToEnd.client().get(token, "admin/tasks").problem())
                .isEqualTo("403 forbidden");
    }

    private static ForgedToken token() {
        return ForgedToken.of(person);
    }

    private static long secondsFromNow(long seconds) {
        return Instant.now().plusSeconds(seconds).getEpochSecond();
    }

    private static byte[] publishedKey() throws GeneralSecurityException {
        JsonNode key =
                EndToEnd.client()
                        .get(null, "/.well-known/jwks.json")
                        .with(200)
                        .json()
                        .get("keys")
                        .get(0);
        return KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e")))
                .getEncoded();
    }

    private static BigInteger number(JsonNode key, String field) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.get(field).asText()));
    }

    private static Map<String, String> jwk(KeyPair pair) {
        RSAPublicKey key = (RSAPublicKey) pair.getPublic();
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return Map.of(
                "kty", "RSA",
                "n", base64.encodeToString(key.getModulus().toByteArray()),
                "e", base64.encodeToString(key.getPublicExponent().toByteArray()));
    }
}
