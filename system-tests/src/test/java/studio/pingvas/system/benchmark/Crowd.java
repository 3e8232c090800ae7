package studio.pingvas.system.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import studio.pingvas.launcher.Accounts.Account;
import studio.pingvas.launcher.Platform;

/** The users of the benchmark: rich, enterprise, each with a connection that is kept. */
final class Crowd implements Closeable {
    static final String REQUEST = "{\"prompt\":\"a lighthouse at sunset\",\"steps\":20,\"seed\":7}";

    private static final long CREDITS = 1_000_000_000;
    private static final String SUBMIT = "/api/v1/generate/text-to-image";

    private final List<Member> members;

    private Crowd(List<Member> members) {
        this.members = members;
    }

    /** One of them. */
    record Member(String userId, String apiKey, HttpLine line) {
        void submit() {
            try {
                line.post(SUBMIT, apiKey, REQUEST, 202);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static Crowd of(Platform platform, int size) throws IOException {
        URI url = platform.url();
        Account admin = platform.accounts().admin();
        ObjectMapper json = new ObjectMapper();
        try (HttpLine line = new HttpLine(url)) {
            String login =
                    json.createObjectNode()
                            .put("email", admin.email())
                            .put("password", admin.password())
                            .toString();
            JsonNode tokens = json.readTree(line.post("/api/v1/auth/login", null, login, 200));
            String order =
                    json.createObjectNode()
                            .put("count", size)
                            .put("tier", "enterprise")
                            .put("credits", CREDITS)
                            .toString();
            String opened =
                    line.post(
                            "/api/v1/admin/load-accounts",
                            tokens.get("access_token").asText(),
                            order,
                            201);
            List<Member> members = new ArrayList<>();
            for (JsonNode account : json.readTree(opened).get("items")) {
                members.add(
                        new Member(
                                account.get("user_id").asText(),
                                account.get("api_key").asText(),
                                new HttpLine(url)));
            }
            return new Crowd(members);
        }
    }

    Member member(int number) {
        return members.get(number);
    }

    int size() {
        return members.size();
    }

    @Override
    public void close() throws IOException {
        for (Member member : members) {
            member.line().close();
        }
    }
}
