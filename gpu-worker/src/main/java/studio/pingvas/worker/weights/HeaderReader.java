package studio.pingvas.worker.weights;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the header token by token, so that its size costs no memory beyond the tensors it names.
 * The tensors have to cover the data without gap and overlap, as in the reference implementation.
 */
final class HeaderReader {
    private static final int MAX_TENSORS = 100_000;
    private static final int MAX_DIMENSIONS = 8;
    private static final int MAX_KEPT_METADATA = 100;
    private static final int MAX_KEPT_LENGTH = 100_000;
    private static final String METADATA = "__metadata__";

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    // Names come from strangers: they are not to stay in a table of the process.
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNameLength(1_000)
                                    .maxNumberLength(20)
                                    .maxStringLength(20_000_000)
                                    .build())
                    .build();

    private final String file;
    private final long dataBytes;
    private final Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    private final Map<String, String> metadata = new HashMap<>();

    HeaderReader(String file, long dataBytes) {
        this.file = file;
        this.dataBytes = dataBytes;
    }

    SafetensorsHeader read(InputStream json) throws IOException {
        // The decoder of a charset's name would replace what is not UTF-8.
        try (JsonParser parser =
                JSON.createParser(
                        new InputStreamReader(json, StandardCharsets.UTF_8.newDecoder()))) {
            expect(parser.nextToken(), JsonToken.START_OBJECT);
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                readEntry(parser);
            }
            expect(parser.nextToken(), null);
        } catch (JsonProcessingException | CharacterCodingException e) {
            throw new LoraInvalidException(file, "its header is damaged; upload it again.", e);
        }
        requireWholeCover();
        return new SafetensorsHeader(
                Collections.unmodifiableMap(tensors), Collections.unmodifiableMap(metadata));
    }

    private void readEntry(JsonParser parser) throws IOException {
        String name = parser.currentName();
        expect(parser.nextToken(), JsonToken.START_OBJECT);
        if (name.equals(METADATA)) {
            readMetadata(parser);
        } else if (tensors.size() == MAX_TENSORS) {
            throw invalid("it holds more than " + MAX_TENSORS + " tensors.");
        } else {
            tensors.put(name, readTensor(name, parser));
        }
    }

    private void readMetadata(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            expect(parser.nextToken(), JsonToken.VALUE_STRING);
            if (parser.getTextLength() <= MAX_KEPT_LENGTH && metadata.size() < MAX_KEPT_METADATA) {
                metadata.put(key, parser.getText());
            }
        }
    }

    private StoredTensor readTensor(String name, JsonParser parser) throws IOException {
        String type = null;
        List<Long> shape = null;
        List<Long> offsets = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (field) {
                case "dtype" -> {
                    expect(value, JsonToken.VALUE_STRING);
                    type = parser.getText();
                }
                case "shape" -> shape = readNumbers(value, parser);
                case "data_offsets" -> offsets = readNumbers(value, parser);
                default -> throw damaged();
            }
        }
        if (type == null || shape == null || offsets == null || offsets.size() != 2) {
            throw damaged();
        }
        try {
            return StoredTensor.of(name, type, shape, offsets);
        } catch (IllegalArgumentException e) {
            throw new LoraInvalidException(file, e.getMessage(), e);
        }
    }

    private List<Long> readNumbers(JsonToken start, JsonParser parser) throws IOException {
        expect(start, JsonToken.START_ARRAY);
        List<Long> numbers = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            expect(parser.currentToken(), JsonToken.VALUE_NUMBER_INT);
            if (numbers.size() == MAX_DIMENSIONS) {
                throw damaged();
            }
            numbers.add(parser.getLongValue());
        }
        return numbers;
    }

    /** Sorted by place, each begins where the one before it ends, and the last at the end. */
    private void requireWholeCover() {
        List<StoredTensor> inOrder = new ArrayList<>(tensors.values());
        inOrder.sort(Comparator.comparingLong(StoredTensor::begin));
        long covered = 0;
        for (StoredTensor tensor : inOrder) {
            if (tensor.begin() != covered) {
                throw invalid(
                        Quoted.name(tensor.name()) + " does not follow the tensor before it.");
            }
            covered = tensor.end();
        }
        if (covered != dataBytes) {
            throw invalid("it is cut off, or longer than its header says.");
        }
    }

    private void expect(JsonToken token, JsonToken expected) {
        if (token != expected) {
            throw damaged();
        }
    }

    private LoraInvalidException damaged() {
        return invalid("its header is damaged; upload it again.");
    }

    private LoraInvalidException invalid(String reason) {
        return new LoraInvalidException(file, reason);
    }
}
