package studio.pingvas.worker.tokenizer;

import java.util.List;

/**
 * @param chunks at least one
 * @param tokensCut how many tokens found no room
 */
public record TokenizedPrompt(List<TokenChunk> chunks, int tokensCut) {
    public TokenizedPrompt {
        chunks = List.copyOf(chunks);
    }
}
