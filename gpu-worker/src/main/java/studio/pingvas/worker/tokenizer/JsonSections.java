package studio.pingvas.worker.tokenizer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The members of a JSON object by their places in the bytes. A vocabulary of megabytes is looked
 * through and not built up in memory.
 */
final class JsonSections {
    private static final int MAX_DEPTH = 32;
    private static final int MAX_STRING = 4 << 20;
    private static final int MAX_TREE_BYTES = 4 << 20;
    private static final JsonMapper MAPPER =
            new JsonMapper(
                    JsonFactory.builder()
                            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                            .streamReadConstraints(
                                    StreamReadConstraints.builder()
                                            .maxNestingDepth(MAX_DEPTH)
                                            .maxStringLength(MAX_STRING)
                                            .build())
                            .build());

    private final byte[] json;
    private final Map<String, Section> sections = new LinkedHashMap<>();

    private JsonSections(byte[] json) {
        this.json = json;
    }

    static JsonSections of(byte[] json) throws IOException {
        return new JsonSections(json).read(new Section(0, json.length, 0));
    }

    /** The members of a member; empty when there is no such member. */
    JsonSections sections(String name) throws IOException {
        Section section = sections.get(name);
        return section == null ? new JsonSections(json) : new JsonSections(json).read(section);
    }

    /** Null as JSON writes it when there is no such member. */
    JsonNode tree(String name) throws IOException {
        Section section = sections.get(name);
        if (section == null) {
            return MAPPER.nullNode();
        }
        if (section.length > MAX_TREE_BYTES) {
            throw new IllegalArgumentException(name + " is too long");
        }
        return MAPPER.readTree(json, section.start, section.length);
    }

    /** How many members or elements a member has. */
    int size(String name) {
        Section section = sections.get(name);
        return section == null ? 0 : section.children;
    }

    private JsonSections read(Section within) throws IOException {
        try (JsonParser parser = MAPPER.createParser(json, within.start, within.length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("it is not an object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                sections.put(name, skip(parser, within.start));
            }
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("something follows its end");
            }
        }
        return this;
    }

    private static Section skip(JsonParser parser, int base) throws IOException {
        long start = parser.currentTokenLocation().getByteOffset();
        int children = 0;
        if (parser.currentToken().isStructStart()) {
            JsonToken token = parser.nextToken();
            for (; !token.isStructEnd(); token = parser.nextToken()) {
                if (token != JsonToken.FIELD_NAME) {
                    children++;
                    parser.skipChildren();
                }
            }
        }
        parser.finishToken();
        long end = parser.currentLocation().getByteOffset();
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("it is not in UTF-8");
        }
        return new Section(base + (int) start, (int) (end - start), children);
    }

    private record Section(int start, int length, int children) {}
}
