package studio.pingvas.user.identities.boundary;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import studio.pingvas.contracts.user.Device;
import studio.pingvas.contracts.user.ExternalSignIn.Arrival;
import studio.pingvas.contracts.user.ExternalSignIn.Callback;
import studio.pingvas.contracts.user.ExternalSignIn.Departure;
import studio.pingvas.user.identities.control.IdentityFixture;
import studio.pingvas.user.openid.IdentitySettings;
import studio.pingvas.user.sessions.SessionFixture;
import studio.pingvas.user.signin.control.SignInFixture;

/** The facade as one node wires it, and a browser that goes to a provider and comes back. */
final class SignInJourney {
    static final Device DEVICE = new Device("192.0.2.7", "a browser");

    final CodeFlowExternalSignIn signIn = new CodeFlowExternalSignIn();
    private final String provider;

    SignInJourney(IdentitySettings settings, String provider) {
        signIn.settings = settings;
        signIn.providers = IdentityFixture.providers(settings);
        signIn.departures = IdentityFixture.departures(settings);
        signIn.identities = IdentityFixture.identities();
        signIn.credentials = SignInFixture.credentials();
        signIn.sessions = SessionFixture.table();
        this.provider = provider;
    }

    Departure depart() {
        return signIn.depart(provider, "/app/gallery.xhtml", null);
    }

    Departure departToLink(UUID userId) {
        return signIn.depart(provider, null, userId);
    }

    Arrival arrive(Departure departure, String code) {
        return arrive(callback(departure, code));
    }

    Arrival arrive(Callback callback) {
        return signIn.arrive(provider, callback, DEVICE);
    }

    static Callback callback(Departure departure, String code) {
        return new Callback(
                query(departure).get("state"), code, null, null, departure.browserSecret(), null);
    }

    static Callback linking(Departure departure, UUID signedInAs) {
        Callback back = callback(departure, "code");
        return new Callback(
                back.state(), back.code(), null, null, back.browserSecret(), signedInAs);
    }

    static Map<String, String> query(Departure departure) {
        return query(URI.create(departure.authorizationUrl()));
    }

    static Map<String, String> query(URI address) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : address.getRawQuery().split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }
}
