package studio.pingvas.web.admin;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import studio.pingvas.contracts.generation.Workflows;
import studio.pingvas.contracts.generation.library.PromptPresets;
import studio.pingvas.contracts.generation.library.Templates;
import studio.pingvas.contracts.user.SecurityEvents;

/** Takes back what people have published and notes who did it. */
@RequestScoped
public class LibraryWithdrawals {
    @EJB Templates templates;
    @EJB PromptPresets presets;
    @EJB Workflows workflows;
    @EJB SecurityEvents events;

    /**
     * @param address IP address of the administrator
     */
    public void ofTemplate(UUID id, UUID administrator, String address) {
        note(templates.withdraw(id), administrator, address, "The template " + id);
    }

    /**
     * @param address IP address of the administrator
     */
    public void ofPreset(UUID id, UUID administrator, String address) {
        note(presets.withdraw(id), administrator, address, "The prompt preset " + id);
    }

    /**
     * @param address IP address of the administrator
     */
    public void ofWorkflow(UUID id, UUID administrator, String address) {
        note(workflows.withdraw(id), administrator, address, "The workflow " + id);
    }

    private void note(UUID owner, UUID administrator, String address, String what) {
        events.note(
                "publication-withdrawn", owner, administrator, address, what + " was withdrawn.");
    }
}
