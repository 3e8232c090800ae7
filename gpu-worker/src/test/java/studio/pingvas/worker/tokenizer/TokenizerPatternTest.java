package studio.pingvas.worker.tokenizer;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerPatternTest {
    /** Those of CLIP, GPT-2, GPT-4, GPT-4o, Qwen 2 and T5, and of our demonstration model. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<\\|startoftext\\|>|<\\|endoftext\\|>|'s|'t|'re|'ve|'m|'ll|'d|[\\p{L}]+|[\\p{N}]|[^\\s\\p{L}\\p{N}]+",
                "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+|"
                        + " ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+",
                "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r"
                        + "\\n"
                        + "\\p{L}\\p{N}]?+\\p{L}+|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]++[\\r"
                        + "\\n"
                        + "]*|\\s*[\\r"
                        + "\\n"
                        + "]|\\s+(?!\\S)|\\s+",
                "[^\\r"
                    + "\\n"
                    + "\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]*[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?|\\p{N}{1,3}|"
                    + " ?[^\\s\\p{L}\\p{N}]+[\\r"
                    + "\\n"
                    + "/]*|\\s*[\\r"
                    + "\\n"
                    + "]+|\\s+(?!\\S)|\\s+",
                "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r"
                        + "\\n"
                        + "\\p{L}\\p{N}]?\\p{L}+|\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r"
                        + "\\n"
                        + "]*|\\s*[\\r"
                        + "\\n"
                        + "]+|\\s+(?!\\S)|\\s+",
                " {2,}",
                "[\\p{L}]+|[\\p{N}]|[^\\s\\p{L}\\p{N}]+",
                "[a-z&&[^aeiou]]+|(?<=x)y|(?>z+)"
            })
    void patternsOfKnownTokenizersAreCheap(String pattern) {
        assertThatCode(() -> TokenizerPattern.require(pattern)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "(a|aa)+b",
                "(a+)+",
                "(?:ab)*c",
                "(a){2}",
                "[ab]*[ab]+[cd]",
                "a+(?:b+c)",
                "(?:a+b+)c",
                "a*b*c|d",
                "a{1,1000}",
                "a{17}",
                "a{3,1}",
                "a{2}{2}",
                "a**",
                "a{1,2}+",
                "(?<x>a\\g<x>?)+",
                "(a)\\1",
                "\\k<x>",
                "(?(1)a)",
                "(*FAIL)",
                "(?~a)",
                "(?#comment)",
                "(",
                "([",
                ")",
                "a)",
                "[]a]",
                "[^]a]",
                "[a",
                "\\",
                "\\p{L",
                "*a",
                "{2}",
                "((((((((((a))))))))))"
            })
    void whateverElseIsRefused(String pattern) {
        assertThatThrownBy(() -> TokenizerPattern.require(pattern))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("could take too long");
    }

    @Test
    void manySmallChoicesAreAsDearAsFewLargeOnes() {
        for (String choice : new String[] {"a?", "(?:a|a)", "a{1,2}", "(?:ab)?"}) {
            String pattern = choice.repeat(30) + "b";

            assertThatThrownBy(() -> TokenizerPattern.require(pattern))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void patternOfThousandsOfSignsIsRefused() {
        assertThatThrownBy(() -> TokenizerPattern.require("a|".repeat(1001)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
