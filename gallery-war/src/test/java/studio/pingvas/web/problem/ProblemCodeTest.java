package studio.pingvas.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import studio.pingvas.contracts.BusinessException;
import studio.pingvas.contracts.InvalidRequestException.Violation;

class ProblemCodeTest {
    @ParameterizedTest
    @MethodSource("failuresOfContracts")
    void everyFailureOfContractsHasAStatus(Class<? extends BusinessException> type)
            throws Exception {
        assertThat(ProblemCode.of(anyOf(type).code())).isPresent();
    }

    @Test
    void theSearchFindsTheFailures() throws Exception {
        assertThat(failuresOfContracts().toList()).hasSizeGreaterThan(12);
    }

    @Test
    void codesAreKebabCaseAndUnique() {
        List<String> keys = Arrays.stream(ProblemCode.values()).map(ProblemCode::key).toList();
        assertThat(keys).doesNotHaveDuplicates().allMatch(key -> key.matches("[a-z]+(-[a-z]+)*"));
    }

    @ParameterizedTest
    @CsvSource({
        "invalid-request,400",
        "size-not-supported,400",
        "kind-not-supported,400",
        "image-format-not-supported,415",
        "image-invalid,422",
        "image-too-large,422",
        "email-taken,400",
        "token-missing,401",
        "token-invalid,401",
        "token-expired,401",
        "bad-credentials,401",
        "insufficient-credits,402",
        "model-not-in-tier,403",
        "over-tier-limit,403",
        "not-found,404",
        "model-not-found,404",
        "method-not-allowed,405",
        "already-finished,409",
        "body-too-large,413",
        "unsupported-media-type,415",
        "idempotency-key-reused,422",
        "queue-full,429",
        "rate-limited,429",
        "internal-error,500"
    })
    void statusIsWhatTheApiPromises(String key, int status) {
        assertThat(ProblemCode.of(key)).map(ProblemCode::status).contains(status);
    }

    static Stream<Class<? extends BusinessException>> failuresOfContracts() throws Exception {
        List<Class<? extends BusinessException>> found = new ArrayList<>();
        for (String name : classNames()) {
            Class<?> type = Class.forName(name);
            if (BusinessException.class.isAssignableFrom(type)
                    && !Modifier.isAbstract(type.getModifiers())) {
                found.add(type.asSubclass(BusinessException.class));
            }
        }
        return found.stream();
    }

    private static List<String> classNames() throws Exception {
        URI source =
                BusinessException.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        Path place = Path.of(source);
        if (Files.isDirectory(place)) {
            return namesUnder(place);
        }
        try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
            return namesUnder(jar.getPath("/"));
        }
    }

    private static List<String> namesUnder(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith("Exception.class"))
                    .map(name -> name.replaceFirst("\\.class$", "").replace('/', '.'))
                    .collect(Collectors.toList());
        }
    }

    private static BusinessException anyOf(Class<? extends BusinessException> type)
            throws ReflectiveOperationException {
        Constructor<?> constructor = type.getConstructors()[0];
        Object[] arguments =
                Arrays.stream(constructor.getParameterTypes())
                        .map(ProblemCodeTest::anyValue)
                        .toArray();
        return (BusinessException) constructor.newInstance(arguments);
    }

    private static Object anyValue(Class<?> type) {
        if (type == String.class) {
            return "x";
        }
        if (type == int.class) {
            return 1;
        }
        if (type == long.class) {
            return 1L;
        }
        if (type == Duration.class) {
            return Duration.ofSeconds(1);
        }
        if (type == UUID.class) {
            return new UUID(0, 0);
        }
        if (type == Instant.class) {
            return Instant.EPOCH;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type == Object[].class) {
            return new Object[0];
        }
        if (type == List.class) {
            return List.of(new Violation("/x", "is wrong"));
        }
        throw new IllegalArgumentException("This test cannot make a " + type);
    }
}
