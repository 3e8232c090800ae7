package studio.pingvas.worker.tokenizer;

import static studio.pingvas.worker.tokenizer.TokenizerParts.check;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.BitSet;
import java.util.Deque;

/**
 * SentencePiece's table of replacements: the bytes of a double-array trie and then the texts it
 * points to. Walks every path that a prompt could take, since the library trusts each step.
 */
final class PrecompiledCharsmap {
    private static final int LEAF = 1 << 31;
    private static final int HAS_LEAF = 1 << 8;

    private final ByteBuffer units;
    private final int size;
    private final ByteBuffer texts;

    private PrecompiledCharsmap(ByteBuffer units, ByteBuffer texts) {
        this.units = units;
        this.size = units.remaining() / Integer.BYTES;
        this.texts = texts;
    }

    /**
     * @param base64 as it stands in {@code tokenizer.json}
     * @throws IllegalArgumentException if a prompt could lead out of it
     */
    static void require(String base64) {
        ByteBuffer bytes =
                ByteBuffer.wrap(Base64.getDecoder().decode(base64)).order(ByteOrder.LITTLE_ENDIAN);
        check(bytes.remaining() >= Integer.BYTES, "its table is cut off");
        int length = bytes.getInt();
        check(
                length > 0 && length % Integer.BYTES == 0 && length <= bytes.remaining(),
                "its table is cut off");
        ByteBuffer units = bytes.slice(bytes.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer texts = bytes.slice(bytes.position() + length, bytes.remaining() - length);
        requireText(texts);
        new PrecompiledCharsmap(units, texts).walk();
    }

    private void walk() {
        BitSet seen = new BitSet(size);
        Deque<Integer> open = new ArrayDeque<>();
        open.push(0);
        while (!open.isEmpty()) {
            int node = open.pop();
            int children = step(node, unit(node));
            for (int letter = 1; letter < 256; letter++) {
                int child = children ^ letter;
                check(child >= 0 && child < size, "its table leads out of itself");
                if ((unit(child) & (LEAF | 0xFF)) == letter && !seen.get(child)) {
                    seen.set(child);
                    requireLeaf(child);
                    open.push(child);
                }
            }
        }
    }

    private void requireLeaf(int node) {
        if ((unit(node) & HAS_LEAF) != 0) {
            int leaf = step(node, unit(node));
            check(leaf >= 0 && leaf < size, "its table leads out of itself");
            int text = unit(leaf) & ~LEAF;
            boolean within = text < texts.limit() && (texts.get(text) & 0xC0) != 0x80;
            check(within || text == texts.limit(), "its table points beyond its texts");
        }
    }

    private static int step(int node, int unit) {
        return node ^ (unit >>> 10) << ((unit & 1 << 9) >>> 6);
    }

    private int unit(int node) {
        return units.getInt(node * Integer.BYTES);
    }

    private static void requireText(ByteBuffer texts) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(texts.duplicate());
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("its table holds no text", e);
        }
    }
}
