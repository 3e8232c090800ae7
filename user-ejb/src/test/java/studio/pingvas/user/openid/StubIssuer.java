package studio.pingvas.user.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.opts.AllowWeakRSAKey;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on loopback that publishes keys and answers whatever a test wants, right or wrong. */
public final class StubIssuer implements AutoCloseable {
    public static final String DISCOVERY = "/.well-known/openid-configuration";
    public static final String KEYS = "/keys";
    public static final String TOKEN = "/token";

    private final HttpServer server;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final List<String> forms = new CopyOnWriteArrayList<>();
    private final List<JWK> keys = new ArrayList<>();
    private volatile int status = 200;
    private volatile long delayMillis;

    public StubIssuer() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(
                Executors.newCachedThreadPool(
                        task -> {
                            Thread thread = new Thread(task);
                            thread.setDaemon(true);
                            return thread;
                        }));
        server.createContext("/", this::answer);
        server.start();
        answer(
                DISCOVERY,
                "{\"issuer\":\"%1$s\",\"authorization_endpoint\":\"%1$s/authorize\","
                                .formatted(address())
                        + "\"token_endpoint\":\"%1$s/token\",\"jwks_uri\":\"%1$s/keys\"}"
                                .formatted(address()));
        publish();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What is answered from now on. */
    public void answer(String path, String body) {
        answers.put(path, body);
    }

    public void answerWithStatus(int everywhere) {
        status = everywhere;
    }

    public void answerAfter(long millis) {
        delayMillis = millis;
    }

    public int asked(String path) {
        return asked.getOrDefault(path, new AtomicInteger()).get();
    }

    /** Bodies of the requests that had one. */
    public List<String> forms() {
        return forms;
    }

    public RSAKey newRsaKey(String kid) {
        RSAKey key = rsaKey(kid);
        publishToo(key);
        return key;
    }

    /** A key that nobody publishes yet. */
    public static RSAKey rsaKey(String kid) {
        try {
            return new RSAKeyGenerator(2048).keyID(kid).keyUse(KeyUse.SIGNATURE).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public ECKey newEllipticKey(String kid) {
        try {
            ECKey key = new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
            publishToo(key);
            return key;
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public void publishToo(JWK key) {
        keys.add(key);
        publish();
    }

    public void withdraw(String kid) {
        keys.removeIf(key -> key.getKeyID().equals(kid));
        publish();
    }

    private void publish() {
        answer(KEYS, new JWKSet(keys).toString(true));
    }

    public static String sign(JWTClaimsSet claims, RSAKey key) {
        return sign(
                claims,
                key,
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(JOSEObjectType.JWT)
                        .keyID(key.getKeyID())
                        .build());
    }

    public static String sign(JWTClaimsSet claims, JWK key, JWSHeader header) {
        try {
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(
                    key instanceof RSAKey rsa
                            ? new RSASSASigner(
                                    rsa.toPrivateKey(), Set.of(AllowWeakRSAKey.getInstance()))
                            : new ECDSASigner((ECKey) key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.computeIfAbsent(path, key -> new AtomicInteger()).incrementAndGet();
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!form.isEmpty()) {
            forms.add(form);
        }
        try {
            Thread.sleep(delayMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String body = answers.get(path);
        byte[] bytes = (body == null ? "" : body).getBytes(StandardCharsets.UTF_8);
        if (status / 100 == 3) {
            exchange.getResponseHeaders().add("Location", address() + KEYS);
        }
        exchange.sendResponseHeaders(body == null ? 404 : status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
