package studio.pingvas.generation.presets;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.generation.library.LibraryPage;
import studio.pingvas.contracts.generation.library.LibraryQuery;
import studio.pingvas.contracts.generation.library.Origin;
import studio.pingvas.contracts.generation.library.PresetContent;
import studio.pingvas.contracts.generation.library.PresetImport;
import studio.pingvas.contracts.generation.library.PresetView;
import studio.pingvas.contracts.generation.library.PromptPresets;
import studio.pingvas.contracts.generation.library.PromptWords;
import studio.pingvas.generation.jobs.control.DatabaseClock;
import studio.pingvas.generation.jobs.control.Violations;
import studio.pingvas.generation.library.LibraryLists;
import studio.pingvas.generation.library.LibraryShelf;

/** Prompt presets in PostgreSQL, beside the shipped ones in a file. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JpaPromptPresets implements PromptPresets {
    private static final LibraryQuery OWN =
            new LibraryQuery(null, null, Origin.OWN, null, null, LibraryShelf.MOST);

    @PersistenceContext(unitName = "generation")
    EntityManager entities;

    @Inject DatabaseClock clock;

    @Override
    public LibraryPage<PresetView> list(UUID userId, LibraryQuery query) {
        return new LibraryLists<PromptPreset, PresetView>(
                        shelf(), List.of(), PresetView::listing, preset -> preset.viewFor(userId))
                .page(userId, query, ShippedPreset.ALL.in(query.language()));
    }

    @Override
    public PresetView get(UUID userId, UUID id, String language) {
        return ShippedPreset.ALL
                .find(id, language)
                .orElseGet(() -> shelf().visibleTo(userId, id).viewFor(userId));
    }

    @Override
    public PresetView create(UUID userId, PresetContent content, boolean published) {
        PresetRules.check(content);
        PromptPreset preset = new PromptPreset(userId, content, published, clock.now());
        return shelf().add(preset).viewFor(userId);
    }

    @Override
    public PresetView change(
            UUID userId, UUID id, Integer version, PresetContent content, boolean published) {
        PromptPreset preset = shelf().changeable(userId, id, version, published);
        PresetRules.check(content);
        preset.change(content, published, clock.now());
        return preset.viewFor(userId);
    }

    @Override
    public void delete(UUID userId, UUID id) {
        shelf().delete(userId, id);
    }

    @Override
    public PromptWords apply(UUID userId, UUID id, PromptWords words) {
        PresetContent preset = get(userId, id, null).content();
        Violations violations = new Violations("");
        violations.checkText("/prompt", words.prompt());
        violations.checkText("/negative_prompt", words.negativePrompt());
        violations.throwIfAny();
        PromptWords applied =
                new PromptWords(
                        new PresetText(preset.prompt()).around(words.prompt()),
                        new PresetText(preset.negativePrompt()).around(words.negativePrompt()));
        violations.checkText("/prompt", applied.prompt());
        violations.checkText("/negative_prompt", applied.negativePrompt());
        violations.throwIfAny();
        return applied;
    }

    @Override
    public List<PresetContent> export(UUID userId) {
        List<PresetContent> newestFirst =
                new ArrayList<>(
                        shelf().list(userId, OWN, null, LibraryShelf.MOST).stream()
                                .map(PromptPreset::content)
                                .toList());
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    @Override
    public PresetImport importAll(UUID userId, List<PresetContent> presets) {
        checkAll(presets);
        shelf().requireRoomFor(userId, 0);
        Set<PresetContent> there = new HashSet<>(export(userId));
        List<PresetContent> added =
                presets.stream().map(PresetRules::withoutNulls).filter(there::add).toList();
        shelf().requireRoomFor(userId, added.size());
        Instant now = clock.now();
        for (int i = 0; i < added.size(); i++) {
            Instant inOrder = now.plus(i, ChronoUnit.MICROS);
            entities.persist(new PromptPreset(userId, added.get(i), false, inOrder));
        }
        return new PresetImport(added.size(), presets.size() - added.size());
    }

    private static void checkAll(List<PresetContent> presets) {
        if (presets.size() > LibraryShelf.MOST) {
            throw new InvalidRequestException("/items", "At most {0}.", LibraryShelf.MOST);
        }
        Violations violations = new Violations("");
        for (int i = 0; i < presets.size(); i++) {
            String pointer = "/items/" + i;
            if (presets.get(i) == null) {
                violations.add(pointer, "An object is expected here.");
            } else {
                PresetRules.check(pointer, presets.get(i), violations);
            }
        }
        violations.throwIfAny();
    }

    @Override
    public UUID withdraw(UUID id) {
        return shelf().withdraw(id, clock.now());
    }

    private LibraryShelf<PromptPreset> shelf() {
        return new LibraryShelf<>(entities, PromptPreset.class, "The preset");
    }
}
