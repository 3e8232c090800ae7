package studio.pingvas.user.identities.control;

import java.util.Map;
import studio.pingvas.user.openid.ClientRegistration;
import studio.pingvas.user.openid.ForeignAnswerException;
import studio.pingvas.user.openid.ForeignDocuments;
import studio.pingvas.user.openid.IdentitySettings.DiscordEndpoints;

/** Discord: OAuth 2 without an ID token; who somebody is stands in a document of its own. */
record DiscordProvider(
        ClientRegistration client, DiscordEndpoints endpoints, ForeignDocuments documents)
        implements IdentityProvider {
    static final String ID = "discord";

    private static final String SCOPE = "identify email";
    private static final String AVATARS = "https://cdn.discordapp.com/avatars/";

    private record Tokens(String accessToken, String tokenType) {
        @Override
        public String toString() {
            return "Tokens[]";
        }
    }

    /** The user object; {@code id} is a number as text. */
    private record User(
            String id,
            String username,
            String globalName,
            String avatar,
            String email,
            Boolean verified) {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return "Discord";
    }

    @Override
    public String issuer() {
        return endpoints.issuer();
    }

    @Override
    public boolean isForeignOwned() {
        return false;
    }

    @Override
    public String authorizationUrl(Passage passage) {
        Map<String, String> parameters = passage.authorization(client.id(), SCOPE);
        return endpoints.authorize() + "?" + ForeignDocuments.formOf(parameters);
    }

    @Override
    public boolean mayHaveSent(String named) {
        return named == null || issuer().equals(named);
    }

    @Override
    public Person personFor(String code, Passage passage) throws ForeignAnswerException {
        Tokens tokens =
                documents.post(endpoints.token(), client, passage.exchange(code), Tokens.class);
        if (tokens.accessToken() == null || !"Bearer".equalsIgnoreCase(tokens.tokenType())) {
            throw new ForeignAnswerException("Discord gave no token.");
        }
        User user = documents.get(endpoints.user(), tokens.accessToken(), User.class);
        if (user.id() == null || !user.id().matches("[0-9]{1,20}")) {
            throw new ForeignAnswerException("Discord does not say who it is.");
        }
        return Person.of(
                issuer(),
                user.id(),
                user.email(),
                Boolean.TRUE.equals(user.verified()),
                avatarOf(user),
                user.globalName(),
                user.username());
    }

    private static String avatarOf(User user) {
        boolean named = user.avatar() != null && user.avatar().matches("[a-zA-Z0-9_]{1,64}");
        return named ? AVATARS + user.id() + "/" + user.avatar() + ".png" : null;
    }

    @Override
    public String toString() {
        return "DiscordProvider[]";
    }
}
