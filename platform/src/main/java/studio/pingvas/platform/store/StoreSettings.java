package studio.pingvas.platform.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import studio.pingvas.platform.store.s3.S3ObjectStore;
import studio.pingvas.platform.store.s3.S3Settings;

/**
 * Where the objects lie; server and workers read the same settings. {@code studio.store} is {@code
 * files} (with {@code studio.store.path}) or {@code s3} (with {@code studio.store.s3.*}).
 *
 * @param folder null on S3
 * @param bucket null on files
 */
public record StoreSettings(Path folder, S3Settings bucket) {
    private static final String FILES = "files";
    private static final String S3 = "s3";
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,40}");

    /**
     * @param values gives the value of a setting such as {@code studio.store.path}
     * @throws IllegalArgumentException with one line that names the setting and what is wrong
     */
    public static StoreSettings from(Function<String, Optional<String>> values) {
        return new Reader(values, name -> name).settings();
    }

    /** As {@link #from}, with names such as {@code STUDIO_STORE_PATH}. */
    public static StoreSettings fromEnvironment(Map<String, String> environment) {
        return new Reader(
                        name -> Optional.ofNullable(environment.get(environmentName(name))),
                        StoreSettings::environmentName)
                .settings();
    }

    public ObjectStore open() {
        return bucket == null ? new FileObjectStore(folder) : new S3ObjectStore(bucket);
    }

    /** Where browsers are sent for objects, for example {@code https://s3.example.org}. */
    public Optional<String> publicOrigin() {
        return Optional.ofNullable(bucket)
                .map(S3Settings::publicEndpoint)
                .map(uri -> uri.getScheme() + "://" + uri.getAuthority());
    }

    private static String environmentName(String name) {
        return name.replaceAll("[^a-zA-Z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private record Reader(
            Function<String, Optional<String>> values, UnaryOperator<String> spelling) {
        StoreSettings settings() {
            String kind = optional("studio.store").orElse(FILES);
            return switch (kind) {
                case FILES -> new StoreSettings(path("studio.store.path"), null);
                case S3 -> new StoreSettings(null, bucket());
                default -> throw wrong("studio.store", "is neither files nor s3: " + kind);
            };
        }

        private S3Settings bucket() {
            URI endpoint = address("studio.store.s3.endpoint", null);
            return new S3Settings(
                    endpoint,
                    address("studio.store.s3.public-endpoint", endpoint),
                    matching("studio.store.s3.region", "us-east-1", REGION),
                    matching("studio.store.s3.bucket", null, BUCKET),
                    readableFile("studio.store.s3.key-file"));
        }

        private Optional<String> optional(String name) {
            return values.apply(name).map(String::strip).filter(v -> !v.isEmpty());
        }

        private String required(String name, String otherwise) {
            return optional(name)
                    .or(() -> Optional.ofNullable(otherwise))
                    .orElseThrow(() -> wrong(name, "is not set"));
        }

        private String matching(String name, String otherwise, Pattern pattern) {
            String value = required(name, otherwise);
            if (!pattern.matcher(value).matches()) {
                throw wrong(name, "is not of the right form: " + value);
            }
            return value;
        }

        private URI address(String name, URI otherwise) {
            String value = required(name, otherwise == null ? null : otherwise.toString());
            try {
                URI uri = new URI(value);
                boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
                // A name and a password in it would end up in logs.
                if (web && uri.getHost() != null && uri.getUserInfo() == null && isBare(uri)) {
                    return uri;
                }
            } catch (URISyntaxException e) {
                throw wrong(name, "is no address");
            }
            throw wrong(name, "is not of the form https://host:port");
        }

        private static boolean isBare(URI uri) {
            return uri.getQuery() == null
                    && uri.getFragment() == null
                    && (uri.getPath().isEmpty() || uri.getPath().equals("/"));
        }

        private Path path(String name) {
            String value = required(name, null);
            try {
                return Path.of(value).toAbsolutePath().normalize();
            } catch (InvalidPathException e) {
                throw wrong(name, "is no path: " + value);
            }
        }

        private Path readableFile(String name) {
            Path file = path(name);
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw wrong(name, "is no readable file: " + file);
            }
            return file;
        }

        private IllegalArgumentException wrong(String name, String complaint) {
            return new IllegalArgumentException(spelling.apply(name) + " " + complaint);
        }
    }
}
