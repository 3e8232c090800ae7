package studio.pingvas.generation.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studio.pingvas.generation.templates.TemplateSamples.aTemplate;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.ChangedMeanwhileException;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.generation.library.LibraryFullException;
import studio.pingvas.contracts.generation.library.LibraryPage;
import studio.pingvas.contracts.generation.library.LibraryQuery;
import studio.pingvas.contracts.generation.library.Listing;
import studio.pingvas.contracts.generation.library.Origin;
import studio.pingvas.contracts.generation.library.TemplateView;
import studio.pingvas.contracts.generation.library.Visibility;
import studio.pingvas.generation.GenerationDatabase;
import studio.pingvas.platform.erasure.Erasures;

class JpaTemplatesTest {
    private static final int SHIPPED = 10;

    private final GenerationDatabase database = GenerationDatabase.empty();
    private final UUID ann = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();

    @Test
    void whatIsKeptIsFoundAgain() {
        Listing kept = create(ann, "Cups", false).listing();
        TemplateView found = with(templates -> templates.get(ann, kept.id(), "en"));
        assertThat(found.content()).isEqualTo(aTemplate("Cups"));
        assertThat(found.listing().origin()).isEqualTo(Origin.OWN);
        assertThat(found.listing().visibility()).isEqualTo(Visibility.PRIVATE);
        assertThat(found.listing().version()).isEqualTo(1);
    }

    @Test
    void privateTemplateIsNotThereForOthers() {
        UUID id = create(ann, "Cups", false).listing().id();
        assertNotFound(templates -> templates.get(bob, id, "en"));
        assertNotFound(templates -> change(templates, bob, id, 1));
        assertNotFound(templates -> delete(templates, bob, id));
        assertThat(names(bob, everything())).hasSize(SHIPPED);
        assertThat(names(ann, everything())).contains("Cups");
    }

    @Test
    void publicTemplateIsSeenByAllAndChangedByItsOwnerAlone() {
        UUID id = create(ann, "Cups", true).listing().id();
        Listing seen = with(templates -> templates.get(bob, id, "en")).listing();
        assertThat(seen.origin()).isEqualTo(Origin.SHARED);
        assertThat(names(bob, everything())).contains("Cups");
        assertNotFound(templates -> change(templates, bob, id, 1));
        assertNotFound(templates -> delete(templates, bob, id));
        assertThat(with(templates -> change(templates, ann, id, 1)).listing().version())
                .isEqualTo(2);
    }

    @Test
    void shippedTemplatesAreForAllAndChangedByNobody() {
        UUID id = ShippedTemplate.ALL.in("en").get(0).listing().id();
        assertThat(with(templates -> templates.get(ann, id, "ko")).content().name())
                .isEqualTo("제품 사진");
        assertNotFound(templates -> change(templates, ann, id, 1));
        assertNotFound(templates -> delete(templates, ann, id));
    }

    @Test
    void changeOfAnOlderVersionIsRefused() {
        UUID id = create(ann, "Cups", false).listing().id();
        with(templates -> change(templates, ann, id, 1));
        assertThatThrownBy(() -> with(templates -> change(templates, ann, id, 1)))
                .isInstanceOf(ChangedMeanwhileException.class);
        assertThatThrownBy(() -> with(templates -> change(templates, ann, id, null)))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(with(t -> t.get(ann, id, "en")).content().name()).isEqualTo("Changed");
    }

    @Test
    void withdrawnTemplateIsItsOwnersAloneAndStaysSo() {
        UUID id = create(ann, "Cups", true).listing().id();
        withdraw(id);
        withdraw(id);
        assertNotFound(templates -> templates.get(bob, id, "en"));
        Listing listing = with(templates -> templates.get(ann, id, "en")).listing();
        assertThat(listing.visibility()).isEqualTo(Visibility.WITHDRAWN);
        assertThat(listing.version()).isEqualTo(2);
        assertThatThrownBy(
                        () ->
                                with(
                                        templates ->
                                                templates.change(
                                                        ann, id, 2, aTemplate("Cups"), true)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("withdrawn");
        assertThat(with(t -> t.change(ann, id, 2, aTemplate("x"), false)).listing().visibility())
                .isEqualTo(Visibility.WITHDRAWN);
        assertNotFound(templates -> templates.withdraw(UUID.randomUUID()));
    }

    @Test
    void deletedTemplateIsGone() {
        UUID id = create(ann, "Cups", false).listing().id();
        with(templates -> delete(templates, ann, id));
        assertNotFound(templates -> templates.get(ann, id, "en"));
    }

    @Test
    void listIsReadPageByPage() {
        for (int i = 0; i < 5; i++) {
            create(ann, "Own " + i, false);
        }
        List<String> read = new ArrayList<>();
        String cursor = null;
        do {
            LibraryPage<TemplateView> page = list(ann, query(null, null, null, cursor, 4));
            page.items().forEach(item -> read.add(item.content().name()));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(4);
            cursor = page.nextCursor();
        } while (cursor != null);
        assertThat(read).hasSize(5 + SHIPPED).doesNotHaveDuplicates();
        assertThat(read.subList(0, 6))
                .containsExactly("Own 4", "Own 3", "Own 2", "Own 1", "Own 0", "Product shot");
    }

    @Test
    void lookingForSomethingFindsItAndNothingElse() {
        create(ann, "100% Étude_x", false);
        create(ann, "100 percent", false);
        create(bob, "Bobs cup", true);
        assertThat(names(ann, query(null, "100%", null, null, 20))).containsExactly("100% Étude_x");
        assertThat(names(ann, query(null, "ÉTUDE_", null, null, 20)))
                .containsExactly("100% Étude_x");
        assertThat(names(ann, query(null, "_____", null, null, 20))).isEmpty();
        assertThat(names(ann, query("food", null, null, null, 20)))
                .containsExactly("Dish for a menu");
        assertThat(names(ann, query(null, null, Origin.SHARED, null, 20)))
                .containsExactly("Bobs cup");
        assertThat(names(ann, query(null, null, Origin.OWN, null, 20))).hasSize(2);
        assertThat(names(bob, query(null, null, Origin.OWN, null, 20))).hasSize(1);
        assertThat(names(ann, query(null, null, Origin.SHIPPED, null, 20))).hasSize(SHIPPED);
        LibraryQuery korean = new LibraryQuery(null, "초대장", null, "ko", null, 20);
        assertThat(names(ann, korean)).containsExactly("행사 초대장");
    }

    @Test
    void queryThatMakesNoSenseIsRefused() {
        assertRefused(query("everything", null, null, null, 20));
        assertRefused(query(null, "x".repeat(101), null, null, 20));
        assertRefused(query(null, "\0", null, null, 20));
        assertRefused(query(null, null, null, "not a cursor", 20));
        assertRefused(query(null, null, null, "f/////////8AAAAAAAAAAAAAAAAAAAAA", 20));
        assertRefused(query(null, null, null, "f_________8AAAAAAAAAAAAAAAAAAAAA", 20));
        assertThat(list(ann, query(null, null, null, null, -1)).items()).hasSize(1);
        assertThat(list(ann, query(null, " ", null, "", 1_000)).items()).hasSize(SHIPPED);
    }

    @Test
    void thereIsAMostForEachUser() {
        fill(199);
        create(ann, "The last", false);
        assertThatThrownBy(() -> create(ann, "One more", false))
                .isInstanceOf(LibraryFullException.class);
        create(bob, "Of somebody else", false);
    }

    @Test
    void twoAtTheSameTimeDoNotGetPastTheMost() throws Exception {
        fill(199);
        CompletableFuture<?> second =
                with(
                        templates -> {
                            templates.create(ann, aTemplate("The last"), false);
                            CompletableFuture<?> other =
                                    CompletableFuture.runAsync(() -> create(ann, "Late", false));
                            assertThatThrownBy(() -> other.get(500, TimeUnit.MILLISECONDS))
                                    .isInstanceOf(TimeoutException.class);
                            return other;
                        });
        assertThatThrownBy(second::get).hasCauseInstanceOf(LibraryFullException.class);
    }

    @Test
    void deletedAccountKeepsNothing() {
        new Erasures(GenerationDatabase.DATABASE.role()).order(ann);
        assertThatThrownBy(() -> create(ann, "Late", false)).isInstanceOf(NotFoundException.class);
    }

    private void fill(int count) {
        GenerationDatabase.DATABASE.execute(
                "insert into generation.template (id, user_id, visibility, version, name,"
                        + " category, content, search_text, created_at, updated_at)"
                        + " select gen_random_uuid(), '"
                        + ann
                        + "', 'PRIVATE', 1, 'x', 'other', '{}', 'x', now(), now()"
                        + " from generate_series(1, "
                        + count
                        + ")");
    }

    private TemplateView create(UUID user, String name, boolean published) {
        return with(templates -> templates.create(user, aTemplate(name), published));
    }

    private static TemplateView change(
            JpaTemplates templates, UUID user, UUID id, Integer version) {
        return templates.change(user, id, version, aTemplate("Changed"), true);
    }

    private static Void delete(JpaTemplates templates, UUID user, UUID id) {
        templates.delete(user, id);
        return null;
    }

    private void withdraw(UUID id) {
        UUID owner = with(templates -> templates.withdraw(id));
        assertThat(owner).isEqualTo(ann);
    }

    private static LibraryQuery everything() {
        return query(null, null, null, null, 100);
    }

    private static LibraryQuery query(
            String category, String search, Origin origin, String cursor, int limit) {
        return new LibraryQuery(category, search, origin, "en", cursor, limit);
    }

    private LibraryPage<TemplateView> list(UUID user, LibraryQuery query) {
        return with(templates -> templates.list(user, query));
    }

    private List<String> names(UUID user, LibraryQuery query) {
        return list(user, query).items().stream().map(item -> item.content().name()).toList();
    }

    private void assertNotFound(Function<JpaTemplates, ?> call) {
        assertThatThrownBy(() -> with(call)).isInstanceOf(NotFoundException.class);
    }

    private void assertRefused(LibraryQuery query) {
        assertThatThrownBy(() -> list(ann, query)).isInstanceOf(InvalidRequestException.class);
    }

    private <T> T with(Function<JpaTemplates, T> call) {
        return with(database, call);
    }

    static <T> T with(GenerationDatabase database, Function<JpaTemplates, T> call) {
        return database.inTransaction(
                entities -> {
                    JpaTemplates templates = new JpaTemplates();
                    templates.entities = entities;
                    templates.clock = GenerationDatabase.clock(entities);
                    return call.apply(templates);
                });
    }
}
