package studio.pingvas.web.faces.generation.library;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import studio.pingvas.contracts.BusinessException;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.InvalidRequestException.Violation;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.generation.library.Origin;
import studio.pingvas.contracts.generation.library.PresetImport;
import studio.pingvas.contracts.generation.library.PresetView;
import studio.pingvas.contracts.generation.library.PromptPresets;
import studio.pingvas.web.admin.LibraryWithdrawals;
import studio.pingvas.web.faces.FailureMessages;
import studio.pingvas.web.faces.Ids;
import studio.pingvas.web.faces.Pages;
import studio.pingvas.web.faces.Texts;
import studio.pingvas.web.security.Caller;
import studio.pingvas.web.security.ClientDevice;

/** Prompt presets. The one that is changed or copied is in the address. */
@Named
@RequestScoped
public class PresetsPage {
    /** Of what is wrong with a file. */
    private static final int MOST_SHOWN = 5;

    @EJB PromptPresets presets;
    @Inject PresetShelf shelf;
    @Inject LibraryWithdrawals withdrawals;
    @Inject Caller caller;
    @Inject ClientDevice device;

    private final PresetForm form = new PresetForm();

    @PostConstruct
    void open() {
        Ids.ofParameter("preset").ifPresent(id -> take(id, form::show));
        Ids.ofParameter("from").ifPresent(id -> take(id, form::copy));
    }

    private void take(UUID id, Consumer<PresetView> use) {
        try {
            use.accept(presets.get(caller.userId(), id, Texts.locale().getLanguage()));
        } catch (NotFoundException gone) {
            FailureMessages.show(gone);
        }
    }

    public void save() {
        UUID user = caller.userId();
        try {
            Ids.of(form.getId())
                    .ifPresentOrElse(
                            id ->
                                    presets.change(
                                            user,
                                            id,
                                            form.getVersion(),
                                            form.content(),
                                            form.isPublished()),
                            () -> presets.create(user, form.content(), form.isPublished()));
        } catch (BusinessException refusal) {
            FailureMessages.show(refusal);
            return;
        }
        showAnew();
    }

    public void delete() {
        try {
            Ids.ofParameter("deleted").ifPresent(id -> presets.delete(caller.userId(), id));
        } catch (NotFoundException gone) {
            // Deleted in another tab; the wish is fulfilled.
        }
        showAnew();
    }

    public void withdraw() {
        UUID administrator = caller.administratorId();
        String address = device.of(Faces.getRequest()).address();
        try {
            Ids.ofParameter("withdrawn")
                    .ifPresent(id -> withdrawals.ofPreset(id, administrator, address));
        } catch (NotFoundException gone) {
            // Deleted meanwhile; nobody sees it any more.
        }
        showAnew();
    }

    /** All or none of a file, which the browser has read. */
    public void importFile() {
        try {
            PresetImport done =
                    presets.importAll(
                            caller.userId(),
                            PresetFile.read(Faces.getRequestParameter("file")).items());
            Messages.addGlobalInfo(Texts.of("presets.imported", done.imported(), done.skipped()));
        } catch (InvalidRequestException invalid) {
            List<Violation> first = invalid.violations();
            FailureMessages.show(
                    new InvalidRequestException(
                            first.subList(0, Math.min(MOST_SHOWN, first.size()))));
        } catch (BusinessException refusal) {
            FailureMessages.show(refusal);
        }
    }

    private static void showAnew() {
        Faces.redirect(Faces.getRequestContextPath() + Pages.PRESETS);
    }

    public boolean isAdministrator() {
        return caller.roles().contains("admin");
    }

    public List<PresetView> getOwn() {
        return shelf.own();
    }

    public List<PresetView> getShipped() {
        return shelf.of(Origin.SHIPPED);
    }

    /** The newest that others have published. */
    public List<PresetView> getShared() {
        return shelf.of(Origin.SHARED);
    }

    public PresetForm getForm() {
        return form;
    }
}
