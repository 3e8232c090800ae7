package studio.pingvas.launcher.lemonsqueezy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Speaks to the stand-in as the application and as a browser do. */
final class ShopClient {
    static final String API_KEY = "key-of-the-test";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CHECKOUT =
            """
            {"data":{"type":"checkouts","attributes":{
               "product_options":{
                 "redirect_url":"http://127.0.0.1:1/done","enabled_variants":[%1$d]},
               "checkout_data":{"email":"ann@example.test","custom":{"user_id":"u1","number":123}},
               "expires_at":null,"test_mode":true},
             "relationships":{"store":{"data":{"type":"stores","id":"11"}},
                              "variant":{"data":{"type":"variants","id":"%1$d"}}}}}
            """;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;

    ShopClient(int port) {
        address = "http://127.0.0.1:" + port;
    }

    HttpResponse<String> api(String method, String path, String body) throws Exception {
        return send(
                request("/v1/" + path)
                        .header("Authorization", "Bearer " + API_KEY)
                        .header("Accept", Reply.JSON_API)
                        .header("Content-Type", Reply.JSON_API)
                        .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : address + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> press(String path, String form) throws Exception {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    HttpResponse<String> checkout(long variant) throws Exception {
        return api("POST", "checkouts", CHECKOUT.formatted(variant));
    }

    /** Makes a checkout and pays it. */
    HttpResponse<String> buy(long variant, String method) throws Exception {
        String url = json(checkout(variant)).at("/data/attributes/url").asText();
        return press(url + "/pay", "method=" + method);
    }

    /** The newest one. */
    String subscription() throws Exception {
        return json(api("GET", "subscriptions", "")).at("/data/0/id").asText();
    }

    static JsonNode json(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body());
    }
}
