package studio.pingvas.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentenceTest {
    private final Sentence sentence = Sentence.of("From {0} to {1}, as {product}.", 1, "{0}$1");

    @Test
    void valuesTakeTheirPlacesAndAreNeverLookedAtAgain() {
        assertThat(sentence.english()).isEqualTo("From 1 to {0}$1, as {product}.");
    }

    @Test
    void otherLanguagesNameTheValuesInTheirOwnOrder() {
        assertThat(sentence.saidAs("{1} – {0}")).isEqualTo("{0}$1 – 1");
    }

    @Test
    void keyIsTheWordsOfTheTextWithoutTheValues() {
        assertThat(sentence.key()).isEqualTo("from-0-to-1-as-product");
        assertThat(Sentence.of("From {0} to {1}, as {product}.", 7, 8).key())
                .isEqualTo(sentence.key());
    }
}
