package studio.pingvas.system.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import studio.pingvas.launcher.Accounts.Account;
import studio.pingvas.launcher.Platform;

/** Gives orders to the platform. Signed in anew for each visit: a token lives for minutes only. */
final class Administrator implements Closeable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpLine line;
    private final String token;

    Administrator(Platform platform) throws IOException {
        line = new HttpLine(platform.url());
        Account account = platform.accounts().admin();
        String login =
                JSON.createObjectNode()
                        .put("email", account.email())
                        .put("password", account.password())
                        .toString();
        token =
                JSON.readTree(line.post("/api/v1/auth/login", null, login, 200))
                        .get("access_token")
                        .asText();
    }

    /** Users who can afford everything, with an API key each. */
    JsonNode openAccounts(int count, long credits) throws IOException {
        String order =
                JSON.createObjectNode()
                        .put("count", count)
                        .put("tier", "enterprise")
                        .put("credits", credits)
                        .toString();
        return JSON.readTree(line.post("/api/v1/admin/load-accounts", token, order, 201))
                .get("items");
    }

    void tellWorker(String name, String command) throws IOException {
        line.post("/api/v1/admin/workers/" + name + "/" + command, token, "", 204);
    }

    JsonNode workers() throws IOException {
        return JSON.readTree(line.get("/api/v1/admin/workers", token, 200)).get("items");
    }

    @Override
    public void close() throws IOException {
        line.close();
    }
}
