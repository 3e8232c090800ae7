package studio.pingvas.generation.presets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.ChangedMeanwhileException;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.InvalidRequestException.Violation;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.generation.library.LibraryFullException;
import studio.pingvas.contracts.generation.library.LibraryQuery;
import studio.pingvas.contracts.generation.library.Origin;
import studio.pingvas.contracts.generation.library.PresetContent;
import studio.pingvas.contracts.generation.library.PresetImport;
import studio.pingvas.contracts.generation.library.PresetView;
import studio.pingvas.contracts.generation.library.PromptWords;
import studio.pingvas.contracts.generation.library.Visibility;
import studio.pingvas.generation.GenerationDatabase;
import studio.pingvas.platform.erasure.Erasures;

class JpaPromptPresetsTest {
    private static final PresetContent NEON = preset("Neon");

    private final GenerationDatabase database = GenerationDatabase.empty();
    private final UUID ann = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();

    @Test
    void presetIsItsOwnersUntilItIsPublished() {
        UUID id = create(ann, NEON, false);
        assertNotFound(presets -> presets.get(bob, id, "en"));
        assertNotFound(presets -> presets.apply(bob, id, new PromptWords("a cat", null)));
        assertNotFound(presets -> presets.change(bob, id, 1, NEON, true));
        PresetView published = with(presets -> presets.change(ann, id, 1, NEON, true));
        assertThat(published.listing().version()).isEqualTo(2);
        assertThat(with(presets -> presets.get(bob, id, "en")).listing().origin())
                .isEqualTo(Origin.SHARED);
        assertNotFound(presets -> presets.change(bob, id, 2, NEON, true));
        assertThatThrownBy(() -> with(presets -> presets.change(ann, id, 1, NEON, true)))
                .isInstanceOf(ChangedMeanwhileException.class);
    }

    @Test
    void withdrawnPresetIsItsOwnersAlone() {
        UUID id = create(ann, NEON, true);
        UUID owner = with(presets -> presets.withdraw(id));
        assertThat(owner).isEqualTo(ann);
        assertNotFound(presets -> presets.get(bob, id, "en"));
        assertThat(with(presets -> presets.get(ann, id, "en")).listing().visibility())
                .isEqualTo(Visibility.WITHDRAWN);
    }

    @Test
    void presetIsPutAroundTheWordsOfThePerson() {
        UUID id = create(ann, NEON, false);
        PromptWords words = with(p -> p.apply(ann, id, new PromptWords("a cat", "dogs")));
        assertThat(words).isEqualTo(new PromptWords("a cat in neon light", "dogs, daylight"));
        UUID shipped = ShippedPreset.ALL.in("en").get(0).listing().id();
        assertThat(with(p -> p.apply(ann, shipped, new PromptWords("a cat", null))).prompt())
                .startsWith("photograph of a cat");
    }

    @Test
    void whatBecomesTooLongIsRefused() {
        UUID id = create(ann, new PresetContent("Long", "x".repeat(1_990), null), false);
        assertThat(with(p -> p.apply(ann, id, new PromptWords("12345678", null))).prompt())
                .hasSize(2_000);
        assertThatThrownBy(() -> with(p -> p.apply(ann, id, new PromptWords("123456789", null))))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void searchLooksIntoNamesAndPrompts() {
        create(ann, NEON, false);
        assertThat(names("NEON LIGHT")).containsExactly("Neon");
        assertThat(names("pixel")).containsExactly("Pixel art");
        assertThat(names("daylight")).isEmpty();
        assertThatThrownBy(
                        () ->
                                with(
                                        presets ->
                                                presets.list(
                                                        ann,
                                                        new LibraryQuery(
                                                                "food", null, null, null, null,
                                                                5))))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void exportedPresetsComeBackOnceAndForSomebodyElse() {
        create(ann, NEON, false);
        create(ann, preset("Fog"), true);
        create(bob, preset("Of Bob"), true);
        List<PresetContent> exported = export(ann);
        assertThat(exported).containsExactly(NEON, preset("Fog"));
        assertThat(importAll(ann, exported)).isEqualTo(new PresetImport(0, 2));
        importAll(bob, exported);
        assertThat(export(bob)).hasSize(3).containsAll(exported);
    }

    @Test
    void importIsAllOrNothing() {
        List<PresetContent> mixed =
                Arrays.asList(NEON, null, new PresetContent(" ", null, " "), preset("Fog"));
        assertThat(
                        catchThrowableOfType(
                                        InvalidRequestException.class, () -> importAll(ann, mixed))
                                .violations())
                .extracting(Violation::pointer)
                .containsExactly("/items/1", "/items/2/name", "/items/2/prompt");
        assertThat(export(ann)).isEmpty();
    }

    @Test
    void thereIsAMostForEachUser() {
        importAll(ann, many(200));
        assertThatThrownBy(() -> create(ann, NEON, false)).isInstanceOf(LibraryFullException.class);
        assertThatThrownBy(() -> importAll(ann, List.of(NEON)))
                .isInstanceOf(LibraryFullException.class);
        assertThatThrownBy(() -> importAll(bob, many(201)))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(importAll(ann, many(200)).skipped()).isEqualTo(200);
    }

    @Test
    void presetThatIsNotInOrderIsRefused() {
        assertThatThrownBy(() -> create(ann, new PresetContent("x", "{prompt}{prompt}", ""), false))
                .hasMessageContaining("once");
        assertThatThrownBy(() -> create(ann, new PresetContent("x", " ", null), false))
                .hasMessageContaining("without any words");
        assertThatThrownBy(() -> create(ann, new PresetContent("a\nb", "x", null), false))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void deletedPresetIsGone() {
        UUID id = create(ann, NEON, false);
        assertNotFound(presets -> delete(presets, bob, id));
        with(presets -> delete(presets, ann, id));
        assertNotFound(presets -> presets.get(ann, id, "en"));
    }

    @Test
    void deletedAccountImportsNothing() {
        new Erasures(GenerationDatabase.DATABASE.role()).order(ann);
        assertThatThrownBy(() -> importAll(ann, List.of(NEON)))
                .isInstanceOf(NotFoundException.class);
    }

    private static PresetContent preset(String name) {
        return new PresetContent(name, "{prompt} in " + name.toLowerCase() + " light", "daylight");
    }

    private static List<PresetContent> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new PresetContent("No " + number, "x", ""))
                .toList();
    }

    private UUID create(UUID user, PresetContent content, boolean published) {
        return with(presets -> presets.create(user, content, published)).listing().id();
    }

    private List<PresetContent> export(UUID user) {
        return with(presets -> presets.export(user));
    }

    private PresetImport importAll(UUID user, List<PresetContent> contents) {
        return with(presets -> presets.importAll(user, contents));
    }

    private static Void delete(JpaPromptPresets presets, UUID user, UUID id) {
        presets.delete(user, id);
        return null;
    }

    private List<String> names(String search) {
        LibraryQuery query = new LibraryQuery(null, search, null, "en", null, 100);
        return with(presets -> presets.list(ann, query)).items().stream()
                .map(view -> view.content().name())
                .toList();
    }

    private void assertNotFound(Function<JpaPromptPresets, ?> call) {
        assertThatThrownBy(() -> with(call)).isInstanceOf(NotFoundException.class);
    }

    private <T> T with(Function<JpaPromptPresets, T> call) {
        return database.inTransaction(
                entities -> {
                    JpaPromptPresets presets = new JpaPromptPresets();
                    presets.entities = entities;
                    presets.clock = GenerationDatabase.clock(entities);
                    return call.apply(presets);
                });
    }
}
