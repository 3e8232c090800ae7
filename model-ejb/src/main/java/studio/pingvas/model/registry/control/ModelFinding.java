package studio.pingvas.model.registry.control;

import studio.pingvas.contracts.model.ModelManifest;

/**
 * What was found in one model folder.
 *
 * @param id name of the folder
 * @param manifest null if it could not be read
 * @param digest sha256 over the manifest's bytes, null if it could not be read
 * @param problem why the model cannot be used, or null
 * @param pending whether the only problem is that hashing was put off
 */
public record ModelFinding(
        String id, ModelManifest manifest, String digest, String problem, boolean pending) {
    static ModelFinding whole(String id, ModelManifest manifest, String digest) {
        return new ModelFinding(id, manifest, digest, null, false);
    }

    static ModelFinding pending(String id, ModelManifest manifest, String digest) {
        return new ModelFinding(id, manifest, digest, "Its files are still being verified", true);
    }

    static ModelFinding damaged(String id, ModelManifest manifest, String digest, String problem) {
        return new ModelFinding(id, manifest, digest, problem, false);
    }

    static ModelFinding unreadable(String id, String problem) {
        return new ModelFinding(id, null, null, problem, false);
    }
}
