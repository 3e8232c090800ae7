package studio.pingvas.system.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
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
        try (Administrator administrator = new Administrator(platform)) {
            List<Member> members = new ArrayList<>();
            for (JsonNode account : administrator.openAccounts(size, CREDITS)) {
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
